import type { AccountStep } from '../../../../model/billing/collection-calculation.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, minus, plus, smaller, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import { type AccountQuestion, type Figure, figureOn, type VoidQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';

/** An invoice that credits paid in part, and that is voided before any money came: the credits are there again. */
export const voidedInvoiceReader: CaseReader = {
  name: 'voided invoice with credits',
  readsSteps: true,
  fits: ({ given, steps }) =>
    given.hasAll('amount', 'credits') &&
    !given.has('taxes') &&
    steps.length === 2 &&
    /^(invoice|bill)$/.test(steps[0]?.verb ?? '') &&
    /^void( invoice)?$/.test(steps[1]?.verb ?? ''),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    const voided = voidedOf(open);
    // A total with nothing due beside it may be the one before the credits or after them.
    const isTotalClear = open.expect.has('due');
    return claimsFor(open.expect, [{ name: null, value: voided }], (one, key) =>
      key === 'total' && !isTotalClear ? null : figureOfKey(one, key),
    );
  },
};

interface Voided {
  readonly held: Decimal;
  readonly voiding: VoidQuestion;
  /** The credits, the invoice that uses them, what the void forgoes of it, and the credits that come back. */
  readonly account: AccountQuestion;
}

function voidedOf(open: OpenCase): Voided {
  const currency = open.given.text('currency');
  const amount = open.given.decimal('amount');
  const held = plainText(total(creditsOf(open).map(fractionOf)));
  const used = smaller(fractionOf(held), fractionOf(amount));
  const prepaid = plainText(used);
  const steps: readonly AccountStep[] = [
    { kind: 'credit', amount: held },
    { kind: 'invoice', amount },
    { kind: 'credit', amount: plainText(minus(fractionOf(amount), used)) },
    { kind: 'credit', amount: prepaid },
  ];
  return {
    held,
    voiding: { kind: 'void', currency, total: amount, paid: '0', prepaid, refunded: '0', given: null },
    account: { kind: 'account', currency, refunds: 'reopen-invoice', steps },
  };
}

function creditsOf({ given }: OpenCase): readonly Decimal[] {
  if (!given.list('credits').some(isObject)) return given.decimals('credits');
  return given.objects('credits').map((credit) => credit.decimal('amount'));
}

function figureOfKey({ held, voiding, account }: Voided, key: string): Figure | null {
  const { currency } = voiding;
  switch (key) {
    case 'total':
      return figureOn(voiding, currency, ({ givenBackInAll, forgone }) =>
        plainText(plus(fractionOf(givenBackInAll), fractionOf(forgone))),
      );
    case 'creditsReturned':
      return figureOn(voiding, currency, ({ givenBack }) => givenBack);
    case 'creditBalance':
      return figureOn(voiding, currency, ({ givenBack, funded }) =>
        plainText(plus(minus(fractionOf(held), fractionOf(funded)), fractionOf(givenBack))),
      );
    case 'due':
      return figureOn(account, currency, ({ steps }) => steps.at(-1)?.dues[0] ?? null);
    default:
      return null;
  }
}
