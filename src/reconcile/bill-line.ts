import { HarnessFault } from '../model/fault.ts';

/** One line of a bill extract, as it stands in the file. Amounts are decimals with exactly the currency's digits. */
export interface BillLine {
  readonly account: string;
  readonly item: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly currency: string;
  readonly net: string;
  readonly tax: string;
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
  return [billColumns, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}

/** Quoted where it must be. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An extract that cannot be compared: torn, malformed, empty or not what its control totals say. */
export function badExtract(message: string, cause?: unknown): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message,
    hint: 'Write the extract again; a comparison of half an extract proves nothing.',
    cause,
  });
}
