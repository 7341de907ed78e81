import type { Decimal } from '../../../../model/decimal.ts';
import { compare, fractionOf, minus, negated } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { Figure, ProrationQuestion } from '../../claim.ts';
import { charged, credited, dayFigure, netOf, prorationOf, type Stretch } from './proration-figures.ts';

export interface Swap {
  readonly currency: string;
  /** What is given back for the rest of the period; null when nothing ends. */
  readonly old: Decimal | null;
  /** What is charged for the rest of the period; null when nothing begins. */
  readonly next: Decimal | null;
  readonly stretch: Stretch;
  /** The most that comes back; null without a limit. */
  readonly limit: Decimal | null;
  /** Whether days that were paid and are not used come back; else the credit is one for no days. */
  readonly givesBack: boolean;
}

export function swapFigure(swap: Swap, key: string, expected: string): Figure | null {
  const credit = swap.old === null ? null : prorationOf(swap.currency, swap.old, creditedStretch(swap));
  const charge = swap.next === null ? null : prorationOf(swap.currency, swap.next, swap.stretch);
  if (charge !== null && credit !== null) {
    const both = bothFigure(swap, { charge, credit }, key);
    if (both !== null) return both;
  }
  return ownFigure(swap, { charge, credit }, { key, expected });
}

function creditedStretch({ stretch, givesBack }: Swap): Stretch {
  const { to } = stretch.used;
  return givesBack ? stretch : { ...stretch, used: { from: to, to } };
}

function ownFigure(
  swap: Swap,
  {
    charge,
    credit,
  }: { readonly charge: ProrationQuestion | null; readonly credit: ProrationQuestion | null },
  { key, expected }: { readonly key: string; readonly expected: string },
): Figure | null {
  if (credit !== null && creditKeys.includes(key)) return creditFigure(swap, credit, expected);
  if (charge !== null && chargeKeys.includes(key)) return charged(charge);
  const either = charge ?? credit;
  return either === null ? null : dayFigure(either, key);
}

interface Both {
  readonly charge: ProrationQuestion;
  readonly credit: ProrationQuestion;
}

function bothFigure(swap: Swap, { charge, credit }: Both, key: string): Figure | null {
  if (netKeys.includes(key)) return netOfBoth(swap, charge, credit);
  return key === 'surplus' ? surplusOf(swap, charge, credit) : null;
}

function surplusOf(swap: Swap, charge: ProrationQuestion, credit: ProrationQuestion): Figure {
  const net = netOfBoth(swap, charge, credit);
  return {
    ...net,
    actual: (answers) => {
      const amount = net.actual(answers);
      return amount === null ? null : plainText(negated(fractionOf(amount)));
    },
  };
}

function creditFigure({ limit }: Swap, credit: ProrationQuestion, expected: string): Figure {
  const back = credited(credit, expected);
  return limit === null ? back : atMost(limit, back);
}

function netOfBoth({ limit }: Swap, charge: ProrationQuestion, credit: ProrationQuestion): Figure {
  if (limit === null) return netOf(charge, credit);
  const back = atMost(limit, credited(credit, ''));
  return {
    currency: charge.currency,
    questions: [charge, ...back.questions],
    actual: ([first, ...others]) => {
      const given = back.actual(others);
      if (first?.kind !== 'proration' || given === null) return null;
      return plainText(minus(fractionOf(first.amount), fractionOf(given)));
    },
  };
}

const creditKeys = ['credit', 'removeCredit', 'repair', 'refund'];
const chargeKeys = ['charge', 'addCharge', 'amount', 'fee'];
const netKeys = ['net', 'total', 'netAmount'];

function atMost(limit: Decimal, credit: Figure): Figure {
  return {
    ...credit,
    actual: (answers) => {
      const amount = credit.actual(answers);
      if (amount === null) return null;
      const [size, most] = [fractionOf(amount.replace(/^-/, '')), fractionOf(limit)];
      if (compare(size, most) <= 0) return amount;
      return amount.startsWith('-') ? plainText(negated(most)) : limit;
    },
  };
}
