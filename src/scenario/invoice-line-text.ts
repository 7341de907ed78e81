import type { Invoice, InvoiceLine, InvoiceLineKind } from '../model/billing/invoice.ts';
import { displayMoney } from '../model/money.ts';
import { showPeriod } from './language/date-text.ts';

/** What a line is for, in the words of a feature. */
export const lineWords: Readonly<Record<InvoiceLineKind, string>> = {
  'one-off': 'setup',
  recurring: 'fee',
  usage: 'usage',
  commitment: 'minimum',
  'proration-credit': 'unused days',
  'proration-charge': 'remaining days',
  discount: 'discount',
  adjustment: 'adjustment',
};

/** One line as a reader needs it when an expectation did not hold. */
export function showLine(line: InvoiceLine): string {
  const period = line.period === null ? 'no period' : showPeriod(line.period);
  const amounts = `${displayMoney(line.net)} net, ${displayMoney(line.tax)} tax`;
  return `${lineWords[line.kind]} of ${line.plan ?? 'no plan'}, ${period}, quantity ${line.quantity}: ${amounts} ("${line.text}")`;
}

export function showLines(invoice: Invoice): string {
  if (invoice.lines.length === 0) return `Invoice ${invoice.number} has no lines.`;
  return `All lines of invoice ${invoice.number}:\n${invoice.lines.map((line) => `  - ${showLine(line)}`).join('\n')}`;
}
