import type { RoundingPoint } from '../../model/billing/policy-profile.ts';
import type { OpenCase } from './case-reader.ts';
import type { AssumedHabits } from './claim.ts';
import { Fields } from './fields.ts';
import { isFrom } from './source-engine.ts';
import { holdsTax } from './tax-inside.ts';
import { Inexpressible } from './unreadable.ts';

/** The policies that a case states, or an empty set of them where it states none. */
export function rulesOf(open: OpenCase): Fields {
  const { given } = open;
  const isStated = given.has('rules') && !Array.isArray(given.peek('rules'));
  return isStated ? given.object('rules') : new Fields({}, 'given.rules');
}

/**
 * Where the case rounds. Lago keeps the tax of each fee exact and rounds the sum of the invoice, FlexPrice takes each tax of
 * what all lines come to; others round each line.
 */
export function roundingPointOf(open: OpenCase, rules: Fields): RoundingPoint {
  if (!rules.has('roundAt')) return engineRounding(open);
  const stated = rules.text('roundAt');
  const known = roundingPoints[stated.toLowerCase().replaceAll('_', ' ')];
  if (known !== undefined) return known;
  throw new Inexpressible(`the rounding rule "${stated}"`);
}

function engineRounding(open: OpenCase): RoundingPoint {
  if (isFrom(open, 'getlago')) return 'invoice';
  return isFrom(open, 'flexprice') && open.given.has('taxes') ? 'tax-rate' : 'line';
}

const roundingPoints: Readonly<Record<string, RoundingPoint>> = {
  line: 'line',
  'each line': 'line',
  'line item': 'line',
  'tax line': 'line',
  'tax per line': 'line',
  'each tax line': 'line',
  fee: 'line',
  'per fee': 'line',
  'per line': 'line',
  lines: 'line',
  'net and tax separately': 'line',
  rate: 'tax-rate',
  'tax rate': 'tax-rate',
  'per tax rate': 'tax-rate',
  'per rate': 'tax-rate',
  group: 'tax-rate',
  'tax group': 'tax-rate',
  'per group': 'tax-rate',
  invoice: 'invoice',
  'per invoice': 'invoice',
  'once per invoice': 'invoice',
  'tax per invoice': 'invoice',
  total: 'invoice',
  sum: 'invoice',
  document: 'invoice',
  none: 'none',
  never: 'none',
};

/** The habits that a target must share for its answer to say anything about the case. */
export function assumedHabits(open: OpenCase): AssumedHabits {
  const rules = rulesOf(open);
  const roundingMode = oneOf(rules, ['roundingMode', 'rounding'], roundingModes) ?? 'half-up';
  return {
    roundingMode: roundsNetFirst(open, rules) ? mirrored(roundingMode) : roundingMode,
    taxBase: taxBaseOf(open, rules),
    ...remainderHabits(rules),
  };
}

function taxBaseOf(open: OpenCase, rules: Fields): AssumedHabits['taxBase'] {
  // Only where there are credits, and a reader that takes them off first.
  if (creditsLowerTax(open) && open.given.hasAll('lines', 'credits')) {
    for (const key of taxBaseKeys) if (rules.has(key)) rules.raw(key);
    return 'after-discount';
  }
  return oneOf(rules, taxBaseKeys, taxBases) ?? 'after-discount';
}

/** Who takes what rounding leaves over, where the case says so; what it says of other things is for their readers. */
function remainderHabits(rules: Fields): Partial<AssumedHabits> {
  const stated = rules.peek('remainder');
  if (typeof stated !== 'string') return {};
  const habit = remainders[stated.toLowerCase().replaceAll(/[\s_]/g, '-')];
  if (habit !== undefined) rules.raw('remainder');
  return habit ?? {};
}

const remainders: Readonly<Record<string, Partial<AssumedHabits>>> = {
  'largest-remainder': { shareRemainder: 'largest-remainder' },
  'last-line': { shareRemainder: 'last-line' },
  'last-fee': { shareRemainder: 'last-line' },
  'last-item': { shareRemainder: 'last-line' },
  'last-note': { creditNoteRemainder: 'last-note' },
  'last-credit-note': { creditNoteRemainder: 'last-note' },
  nobody: { creditNoteRemainder: 'nobody' },
};

const roundingModes: Readonly<Record<string, AssumedHabits['roundingMode']>> = {
  'half-up': 'half-up',
  'half-even': 'half-even',
  bankers: 'half-even',
  'half-away-from-zero': 'half-up',
  'half-down': 'half-down',
  down: 'down',
  floor: 'down',
  truncate: 'down',
  cut: 'down',
  'towards-zero': 'down',
  up: 'up',
  ceiling: 'up',
  'away-from-zero': 'up',
};

const taxBases: Readonly<Record<string, AssumedHabits['taxBase']>> = {
  'after-discount': 'after-discount',
  'after-discounts': 'after-discount',
  'after-coupons': 'after-discount',
  'before-credits': 'after-discount',
  'before-prepaid-credits': 'after-discount',
  'after-discount-before-credits': 'after-discount',
  'before-discount': 'before-discount',
  'before-discounts': 'before-discount',
  'before-coupons': 'before-discount',
};

const afterCredits = [
  'after-credits',
  'after-prepaid-credits',
  'after-discount-and-credits',
  'after-discounts-and-credits',
  'after-discount-and-prepaid-credits',
  'after-coupons-and-credits',
];

/** Whether prepaid credits are taken off before the tax is worked out, as a discount is; else they pay a part of the total. */
export function creditsLowerTax(open: OpenCase): boolean {
  const rules = rulesOf(open);
  return taxBaseKeys.some((key) => {
    const stated = rules.peek(key);
    return (
      typeof stated === 'string' && afterCredits.includes(stated.toLowerCase().replaceAll(/[\s_]/g, '-'))
    );
  });
}

const taxBaseKeys = ['taxBase', 'taxOn'];

function oneOf<T>(rules: Fields, keys: readonly string[], known: Readonly<Record<string, T>>): T | undefined {
  const key = keys.find((name) => rules.has(name));
  if (key === undefined) return undefined;
  const stated = rules.text(key);
  const habit = known[stated.toLowerCase().replaceAll(/[\s_]/g, '-')];
  if (habit !== undefined) return habit;
  throw new Inexpressible(`the rule ${key} "${stated}"`);
}

/**
 * Of prices that hold their tax, whether the net amount is rounded and the tax is what is left; else the tax is rounded. Zuora
 * rounds the net amount unless it is told otherwise.
 */
export function roundsNetFirst(open: OpenCase, rules: Fields): boolean {
  const stated = oneOf(rules, inclusiveRoundingKeys(open, rules), inclusiveRoundings);
  return (stated ?? (isFrom(open, 'zuora') && holdsTax(open) ? 'net' : 'tax')) === 'net';
}

/** `round` says which of the two is rounded only where the prices hold their tax. */
function inclusiveRoundingKeys(open: OpenCase, rules: Fields): readonly string[] {
  const isPlain = holdsTax(open) && ['net', 'tax'].includes(String(rules.peek('round')));
  return ['inclusiveRounding', 'taxInclusiveRounding', ...(isPlain ? ['round'] : [])];
}

const inclusiveRoundings: Readonly<Record<string, 'net' | 'tax'>> = {
  net: 'net',
  'net-amount': 'net',
  'round-net-amount': 'net',
  'rounding-net-amount': 'net',
  tax: 'tax',
  'tax-amount': 'tax',
  'round-tax-amount': 'tax',
  'rounding-tax-amount': 'tax',
};

/** Net and tax come to a whole number of minor units, so that one of them is rounded up where the other is rounded down. */
function mirrored(mode: AssumedHabits['roundingMode']): AssumedHabits['roundingMode'] {
  if (mode === 'half-up') return 'half-down';
  if (mode === 'half-down') return 'half-up';
  throw new Inexpressible(`net amounts of prices with their tax that are rounded ${mode}`);
}

/** `rules` as one word where the word says by itself which rule is meant; null where it does not. */
export function ruleOfWord(text: string, isTaxInside: boolean): Readonly<Record<string, string>> | null {
  const word = text.toLowerCase().replaceAll(/[\s_]/g, '-');
  if (Object.hasOwn(inclusiveRoundings, word) && (isTaxInside || word.startsWith('round')))
    return { inclusiveRounding: text };
  if (Object.hasOwn(roundingModes, word)) return { roundingMode: text };
  if (/^(actual|fixed-?30|30\/360|30e\/360|strict-30\/360|actual\/\d+)$/.test(word))
    return { dayCount: text };
  return null;
}

/** Rules that say what the oracle does anyway; any other value of them needs a calculation that we cannot ask. */
export function acceptRules(rules: Fields, accepted: Readonly<Record<string, readonly unknown[]>>): void {
  for (const [key, values] of Object.entries(accepted)) {
    if (!rules.has(key)) continue;
    const stated = rules.raw(key);
    if (!values.includes(stated)) throw new Inexpressible(`the rule ${key} ${JSON.stringify(stated)}`);
  }
}
