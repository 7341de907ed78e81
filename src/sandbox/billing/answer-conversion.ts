import type { ConversionAnswer, ConversionCalculation } from '../../model/billing/conversion.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { dividedBy, fractionFromDecimal, shownQuantity, wholeNumber } from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';

/** An amount at the rate in force, rounded once, in the currency that it becomes. */
export function answerConversion(rules: Rules, question: ConversionCalculation): ConversionAnswer {
  const { currency, to, on, amount } = question;
  const told = question.rates.filter(({ source }) => source === question.source);
  const there = rules.rateInForce(
    told.filter((rate) => rate.from === currency && rate.to === to),
    on,
  );
  const back = rules.rateInForce(
    told.filter((rate) => rate.from === to && rate.to === currency),
    on,
  );
  const amountMinor = rules.roundToMinor(fractionFromDecimal(amount), currency);
  const answer = (minor: bigint, rate: Pick<ConversionAnswer, 'rate' | 'rateOn'>): ConversionAnswer => ({
    kind: 'conversion',
    amount: decimalFrom(minor, minorUnitDigits(to)),
    ...rate,
  });
  if (currency === to) return answer(amountMinor, { rate: '1', rateOn: on });
  if (there !== null && (back === null || there.effectiveFrom >= back.effectiveFrom)) {
    const minor = rules.exchanged({ amountMinor, from: currency, to, rate: there.rate });
    return answer(minor, { rate: there.rate, rateOn: there.effectiveFrom });
  }
  if (back === null) return refuse('rates', `Found no rate from ${currency} to ${to}, expected one.`);
  const factor = dividedBy(wholeNumber(1n), fractionFromDecimal(back.rate));
  const worth = dividedBy(fractionFromDecimal(amount), fractionFromDecimal(back.rate));
  return answer(rules.roundToMinor(worth, to), {
    rate: shownQuantity(factor),
    rateOn: back.effectiveFrom,
  });
}
