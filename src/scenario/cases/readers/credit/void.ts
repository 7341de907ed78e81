import { answer } from '../../../../oracle/answer.ts';
import { compare, fractionOf, minus, plus, total, zero } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, type Figure, figureOn, type VoidQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';

/** An invoice that is voided: what goes back, and what nobody gets. */
export const voidReader: CaseReader = {
  name: 'void',
  fits: ({ given, ...open }) =>
    begins({ given, ...open }, 'void') && (given.has('invoice') || given.has('paid')),
  read(open) {
    const scenarios = open.given.has('invoice')
      ? casesOf(open)
      : [{ name: null, value: fundedVoid(open.given) }];
    const held = open.given.decimalOr('walletBalance', '0');
    const figure = (question: VoidQuestion, key: string) => voidFigure(question, key, held);
    return [...shared(open, scenarios), ...claimsFor(open.expect, scenarios, figure)];
  },
};

/** One void for each way of giving back an invoice of a price and its tax. */
function casesOf({ given }: OpenCase): readonly Scenario<VoidQuestion>[] {
  const currency = given.text('currency');
  const invoice = given.object('invoice');
  const lines = [{ net: invoice.decimal('net'), taxPercent: invoice.decimalOr('taxPercent', '0') }];
  const document = answer(
    { kind: 'document', currency, lines, discounts: [], roundingPoint: 'line' },
    referenceProfile,
  ).answer;
  const sum = document.kind === 'document' ? document.total : '0';
  const cases = given.has('cases') ? given.objects('cases') : [given];
  return cases.map((one) => ({
    name: null,
    value: {
      kind: 'void',
      currency,
      total: sum,
      paid: one.decimal('paid'),
      prepaid: '0',
      refunded: one.decimalOr('refunded', '0'),
      given: { credit: one.decimalOr('credit', '0'), refund: one.decimalOr('refund', '0') },
    },
  }));
}

/** Everything that came in goes back; the invoice came to just that. */
function fundedVoid(given: Fields): VoidQuestion {
  const paid = given.decimal('paid');
  const prepaid = given.decimalOr('prepaidCreditsApplied', '0');
  return {
    kind: 'void',
    currency: given.text('currency'),
    total: plainText(plus(fractionOf(paid), fractionOf(prepaid))),
    paid,
    prepaid,
    refunded: given.decimalOr('alreadyRefunded', '0'),
    given: null,
  };
}

function voidFigure(question: VoidQuestion, key: string, held: string): Figure | null {
  const { currency } = question;
  switch (key) {
    case 'total':
    case 'walletRefund':
    case 'refund':
      return figureOn(question, currency, ({ givenBack }) => givenBack);
    case 'funded':
      return figureOn(question, currency, ({ funded }) => funded);
    case 'cumulativeRefund':
      return figureOn(question, currency, ({ givenBackInAll }) => givenBackInAll);
    case 'walletBalance':
      return figureOn(question, currency, ({ givenBack }) =>
        plainText(plus(fractionOf(held), fractionOf(givenBack))),
      );
    default:
      return null;
  }
}

/** What a case states once for all of its situations. */
function shared(open: OpenCase, scenarios: readonly Scenario<VoidQuestion>[]): readonly Claim[] {
  const { expect } = open;
  const claims: Claim[] = [];
  const partly = scenarios.map(({ value }) => value).filter(forgoesSomething);
  const [only] = partly;
  if (expect.has('voidedCreditNote') && only !== undefined && partly.length === 1) {
    const expected = expect.decimal('voidedCreditNote');
    claims.push({
      name: 'expect.voidedCreditNote',
      expected,
      ...figureOn(only, only.currency, ({ forgone }) => forgone),
    });
  }
  const [first] = scenarios;
  if (expect.has('status') && first !== undefined)
    claims.push({
      name: 'expect.status',
      expected: expect.text('status'),
      ...figureOn(first.value, null, ({ kind }) => `${kind}ed`),
    });
  return claims;
}

function forgoesSomething({ total: sum, given, refunded }: VoidQuestion): boolean {
  if (given === null) return false;
  const back = total([given.credit, given.refund, refunded].map(fractionOf));
  return compare(minus(fractionOf(sum), back), zero) > 0;
}
