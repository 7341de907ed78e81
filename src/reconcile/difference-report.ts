import { csvText } from '../model/billing/bill-extract.ts';
import { addMoney, displayMoney, type Money, moneyAmount } from '../model/money.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import type { BillDifference, BillKey } from './comparison.ts';
import { classWords } from './difference-class.ts';

const columns = [
  'class',
  'account',
  'old_item',
  'old_from',
  'old_to',
  'old_currency',
  'old_net',
  'old_tax',
  'new_item',
  'new_from',
  'new_to',
  'new_currency',
  'new_net',
  'new_tax',
] as const;

/** The rows behind a verdict, for the reader's own spreadsheet. */
export function differencesCsv(differences: readonly BillDifference[]): string {
  const rows = differences.map((difference) => [
    difference.class,
    difference.legacyKey.account,
    ...side(difference.legacyKey, difference.legacyNet, difference.legacyTax),
    ...side(difference.targetKey, difference.targetNet, difference.targetTax),
  ]);
  return csvText([columns, ...rows]);
}

function side(key: BillKey, net: Money, tax: Money): readonly string[] {
  return [key.item, key.periodFrom, key.periodTo, key.currency, moneyAmount(net), moneyAmount(tax)];
}

/** In gross amounts, as the customer pays them. Another currency is two differences, because currencies are never netted. */
export function moneyDifferencesOf(difference: BillDifference): readonly MoneyDifference[] {
  const legacy = addMoney(difference.legacyNet, difference.legacyTax);
  const target = addMoney(difference.targetNet, difference.targetTax);
  if (difference.class === 'currency-differs') {
    return [
      moneyDifference(difference, difference.legacyKey, { expected: legacy, actual: nothing(legacy) }),
      moneyDifference(difference, difference.targetKey, { expected: nothing(target), actual: target }),
    ];
  }
  const isMoved = difference.class === 'period-differs' || difference.class === 'item-differs';
  const actual = isMoved ? nothing(legacy) : target;
  return [moneyDifference(difference, difference.legacyKey, { expected: legacy, actual })];
}

function moneyDifference(
  difference: BillDifference,
  key: BillKey,
  amounts: { readonly expected: Money; readonly actual: Money },
): MoneyDifference {
  return {
    measure: 'billed item',
    currency: key.currency,
    expected: moneyAmount(amounts.expected),
    actual: moneyAmount(amounts.actual),
    nature: natureOf(difference),
    customer: key.account,
    invoice: `${key.periodFrom} to ${key.periodTo}`,
    explanation: `${key.item}: ${explanationOf(difference)}`,
  };
}

/** An amount under another item costs the customer nothing; it is wrong in the books. */
function natureOf(difference: BillDifference): MoneyDifference['nature'] {
  return difference.class === 'item-differs' || difference.class === 'regrouped' ? 'books' : 'charge';
}

function explanationOf({ class: name, targetKey }: BillDifference): string {
  const { meaning } = classWords[name];
  if (name === 'item-differs') return `${meaning} It is now ${targetKey.item}.`;
  if (name === 'period-differs')
    return `${meaning} It is now ${targetKey.periodFrom} to ${targetKey.periodTo}.`;
  return meaning;
}

/** One line for a reader: where, what it was, what it is. */
export function differenceText(difference: BillDifference): string {
  const { legacyKey, targetKey } = difference;
  const legacy = `${displayMoney(difference.legacyNet)} and tax ${displayMoney(difference.legacyTax)}`;
  const target = `${displayMoney(difference.targetNet)} and tax ${displayMoney(difference.targetTax)}`;
  const place = (key: BillKey) => `${key.item}, ${key.periodFrom} to ${key.periodTo}`;
  return `${legacyKey.account}: ${place(legacyKey)} was ${legacy} on ${difference.legacyLines} lines; found ${place(targetKey)} at ${target} on ${difference.targetLines} lines.`;
}

function nothing(like: Money): Money {
  return { currency: like.currency, amountMinor: 0n };
}
