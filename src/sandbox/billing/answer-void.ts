import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { moneyAmount, moneyOf, parseMoney } from '../../model/money.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';

type Question = Extract<Calculation, { readonly kind: 'void' }>;

export function answerVoid(rules: Rules, question: Question): CalculationAnswer {
  const minor = (amount: string) => parseMoney(amount, question.currency).amountMinor;
  const text = (amountMinor: bigint) => moneyAmount(moneyOf(amountMinor, question.currency));
  const funded = minor(question.paid) + minor(question.prepaid);
  const refunded = minor(question.refunded);
  const { given } = question;
  if (given !== null && minor(given.refund) > minor(question.paid) - refunded)
    refuse('given.refund', `Found ${given.refund}, expected at most what was paid and not refunded.`);
  const givenBack =
    given === null
      ? rules.moneyGivenBack({ paid: funded, refunded })
      : minor(given.credit) + minor(given.refund);
  const left = rules.leftToCredit({ invoiced: minor(question.total), credited: givenBack + refunded });
  if (given !== null && left < 0n) refuse('given', 'Found more given back than the invoice came to.');
  return {
    kind: 'void',
    funded: text(funded),
    givenBack: text(givenBack),
    givenBackInAll: text(refunded + givenBack),
    forgone: text(left < 0n ? 0n : left),
  };
}
