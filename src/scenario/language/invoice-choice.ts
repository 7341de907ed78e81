import type { Invoice } from '../../model/billing/invoice.ts';
import { HarnessFault } from '../../model/fault.ts';

/** Which invoice a sentence speaks of. */
export type InvoiceChoice =
  | { readonly kind: 'first'; readonly customer: string; readonly place: number }
  | { readonly kind: 'last'; readonly customer: string }
  | { readonly kind: 'number'; readonly number: string };

const words: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 };

/** Reads `the first invoice of "Acme"`, `the last …`, `the 4th …` or `invoice "INV-7"`. */
export function readInvoiceChoice(text: string): InvoiceChoice {
  const numbered = /^(?:the )?invoice "([^"]+)"$/.exec(text);
  if (numbered) return { kind: 'number', number: numbered[1] ?? '' };
  const [, place = '', customer = ''] = /^the (\w+) invoice of "([^"]+)"$/.exec(text) ?? [];
  if (place === 'last') return { kind: 'last', customer };
  const position = words[place] ?? Number(/^(\d+)(?:st|nd|rd|th)$/.exec(place)?.[1] ?? '0');
  if (position > 0) return { kind: 'first', customer, place: position };
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found "${text}", expected one invoice.`,
    hint: 'Write the first, second, third, last or 4th invoice of "Acme", or invoice "INV-7".',
  });
}

/** The chosen one among the customer's invoices in order of issue; undefined when there is none such. */
export function chosen(choice: InvoiceChoice, invoices: readonly Invoice[]): Invoice | undefined {
  if (choice.kind === 'last') return invoices.at(-1);
  if (choice.kind === 'first') return invoices[choice.place - 1];
  return invoices.find((invoice) => invoice.number === choice.number || invoice.id === choice.number);
}

/** As the author wrote it. */
export function showChoice(choice: InvoiceChoice): string {
  if (choice.kind === 'number') return `invoice "${choice.number}"`;
  const place = choice.kind === 'last' ? 'last' : `${choice.place}.`;
  return `the ${place} invoice of "${choice.customer}"`;
}
