import type { BillLine } from '../model/billing/bill-extract.ts';
import { addDays, localDate } from '../model/date.ts';
import { unreachable } from '../model/fault.ts';
import { type Money, moneyAmount, moneyOf, parseMoney } from '../model/money.ts';
import type { BillKey } from './comparison.ts';
import type { DifferenceClass } from './difference-class.ts';

/** A copy of bills with one known difference, and what a comparison must say of it. */
export interface Planted {
  readonly lines: readonly BillLine[];
  readonly expected: {
    readonly class: DifferenceClass;
    readonly legacyKey: BillKey;
    readonly targetKey: BillKey;
    readonly legacyNet: Money;
    readonly legacyTax: Money;
    readonly targetNet: Money;
    readonly targetTax: Money;
  };
}

const otherCurrencies: Readonly<Record<string, string>> = {
  EUR: 'USD',
  USD: 'GBP',
  GBP: 'EUR',
  JPY: 'KRW',
  KWD: 'BHD',
};

/**
 * Plants exactly one difference of a class into a copy, in the first line from `place` on (counted round) of which it can only
 * be of that class: the line is alone under its key and worth at least two minor units, and where it is moved to stands no other.
 */
export function plantDifference(
  lines: readonly BillLine[],
  wanted: DifferenceClass,
  place: number,
): Planted | null {
  const line = choose(lines, wanted, place);
  if (line === undefined) return null;
  const changed = plantedLines(line, wanted);
  const billed = wanted === 'extra' ? zeroOf({ ...line, item: addedItem(line) }) : line;
  const first = changed[0] ?? line;
  return {
    lines: lines.flatMap((other) => (other === line ? changedInPlace(line, changed, wanted) : [other])),
    expected: {
      class: wanted,
      legacyKey: keyOf(wanted === 'extra' ? first : billed),
      targetKey: keyOf(first),
      legacyNet: parseMoney(billed.net, billed.currency),
      legacyTax: parseMoney(billed.tax, billed.currency),
      targetNet: sum(changed, 'net', first.currency),
      targetTax: sum(changed, 'tax', first.currency),
    },
  };
}

/** What stands under the key (or the new one) after the change; empty when nothing does. */
function plantedLines(line: BillLine, wanted: DifferenceClass): readonly BillLine[] {
  switch (wanted) {
    case 'missing':
      return [];
    case 'extra':
      return [{ ...line, item: addedItem(line) }];
    case 'duplicated':
      return [line, line];
    case 'amount-over':
      return [{ ...line, net: shifted(line, 'net', 1n) }];
    case 'amount-under':
      return [{ ...line, net: shifted(line, 'net', -1n) }];
    case 'tax-differs':
      return [{ ...line, tax: shifted(line, 'tax', 1n) }];
    case 'currency-differs':
      return [{ ...line, currency: otherCurrency(line.currency) }];
    case 'period-differs':
      return [{ ...line, periodFrom: nextDay(line.periodFrom), periodTo: nextDay(line.periodTo) }];
    case 'item-differs':
      return [{ ...line, item: addedItem(line) }];
    case 'regrouped':
      return [
        { ...line, net: amountOf(1n, line.currency) },
        { ...line, net: shifted(line, 'net', -1n), tax: amountOf(0n, line.currency) },
      ];
    default:
      return unreachable(wanted, 'difference class');
  }
}

function changedInPlace(
  line: BillLine,
  changed: readonly BillLine[],
  wanted: DifferenceClass,
): readonly BillLine[] {
  return wanted === 'extra' ? [line, ...changed] : changed;
}

function choose(lines: readonly BillLine[], wanted: DifferenceClass, place: number): BillLine | undefined {
  const taken = new Map<string, number>();
  for (const line of lines) taken.set(keyText(line), (taken.get(keyText(line)) ?? 0) + 1);
  const start = place % Math.max(lines.length, 1);
  const inTurn = [...lines.slice(start), ...lines.slice(0, start)];
  return inTurn.find((line) => {
    const { amountMinor } = parseMoney(line.net, line.currency);
    const own = keyText(line);
    const isFree = plantedLines(line, wanted).every(
      (moved) => keyText(moved) === own || !taken.has(keyText(moved)),
    );
    return isFree && taken.get(own) === 1 && (amountMinor > 2n || amountMinor < 0n);
  });
}

/** Where a line stands, as one text. */
export function keyText(line: BillLine): string {
  return JSON.stringify(keyOf(line));
}

function keyOf({ account, item, currency, periodFrom, periodTo }: BillLine): BillKey {
  return { account, item, currency, periodFrom, periodTo };
}

function addedItem(line: BillLine): string {
  return `${line.item} (planted)`;
}

function otherCurrency(currency: string): string {
  return otherCurrencies[currency] ?? 'EUR';
}

function zeroOf(line: BillLine): BillLine {
  const zero = amountOf(0n, line.currency);
  return { ...line, net: zero, tax: zero };
}

function shifted(line: BillLine, column: 'net' | 'tax', by: bigint): string {
  return amountOf(parseMoney(line[column], line.currency).amountMinor + by, line.currency);
}

function amountOf(amountMinor: bigint, currency: string): string {
  return moneyAmount(moneyOf(amountMinor, currency));
}

function sum(lines: readonly BillLine[], column: 'net' | 'tax', currency: string): Money {
  return moneyOf(
    lines.reduce((total, line) => total + parseMoney(line[column], line.currency).amountMinor, 0n),
    currency,
  );
}

function nextDay(date: string): string {
  return addDays(localDate(date), 1);
}
