import { type CurrencyCode, minorUnitDigits } from '../currency.ts';
import { type Decimal, decimalFrom } from '../decimal.ts';
import { parseMoney } from '../money.ts';

/** One line of a bill extract, as it stands in the file. Amounts are decimals with exactly the currency's digits. */
export interface BillLine {
  readonly account: string;
  readonly item: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly currency: CurrencyCode;
  readonly net: Decimal;
  readonly tax: Decimal;
}

/** What an extract holds of a currency; amounts in minor units. */
export interface CurrencyTotal {
  readonly currency: CurrencyCode;
  readonly lines: bigint;
  readonly net: bigint;
  readonly tax: bigint;
}

/** The columns of a bill extract, in this order, named by its first line. */
export const billColumns = ['account', 'item', 'period_from', 'period_to', 'currency', 'net', 'tax'] as const;

export function billCsv(lines: readonly BillLine[]): string {
  const rows = lines.map((line) => [
    line.account,
    line.item,
    line.periodFrom,
    line.periodTo,
    line.currency,
    line.net,
    line.tax,
  ]);
  return csvText([billColumns, ...rows]);
}

/** Control totals in the order of their currencies, so that equal totals have equal text. */
export function totalsCsv(totals: readonly CurrencyTotal[]): string {
  const rows = [...totals]
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
    .map(({ currency, lines, net, tax }) => {
      const digits = minorUnitDigits(currency);
      return [currency, `${lines}`, decimalFrom(net, digits), decimalFrom(tax, digits)];
    });
  return csvText([['currency', 'lines', 'net', 'tax'], ...rows]);
}

export function totalsOf(lines: readonly BillLine[]): readonly CurrencyTotal[] {
  const totals = new Map<CurrencyCode, CurrencyTotal>();
  for (const { currency, net, tax } of lines) {
    const before = totals.get(currency) ?? { currency, lines: 0n, net: 0n, tax: 0n };
    totals.set(currency, {
      currency,
      lines: before.lines + 1n,
      net: before.net + parseMoney(net, currency).amountMinor,
      tax: before.tax + parseMoney(tax, currency).amountMinor,
    });
  }
  return [...totals.values()];
}

/** Fields are quoted where they must be. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\n`).join('');
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
