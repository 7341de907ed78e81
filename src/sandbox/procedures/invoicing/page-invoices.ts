import type { Context, InvoicePage, PageRequest } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { invoiceFrom } from '../../store/invoices.ts';

const cursorPattern = /^(\d{4}-\d\d-\d\d) (\d{1,15})$/;

/** In order of issue. The sequence number breaks ties of the day, so that no page begins in the middle of one. */
export function pageInvoices(context: Context, page: PageRequest): InvoicePage {
  const [day, sequence] = positionOf(page.cursor);
  // Where everybody is wanted, there is no customer to look under.
  const [whose, customer] = page.customerId === null ? ['', []] : ['AND customer = ?', [page.customerId]];
  const rows = context.store.all(
    `SELECT * FROM invoices WHERE tenant = ? ${whose} AND (issue_date, seq) > (?, ?)
     ORDER BY issue_date, seq LIMIT ?`,
    context.tenantId,
    ...customer,
    day,
    sequence,
    page.limit + 1,
  );
  const invoices = rows.slice(0, page.limit).map((row) => invoiceFrom(context, row));
  const last = rows.length > page.limit ? invoices.at(-1) : undefined;
  return { invoices, next: last === undefined ? null : encode(`${last.issueDate} ${last.sequence}`) };
}

function positionOf(cursor: string | null): readonly [string, number] {
  if (cursor === null) return ['', 0];
  const match = cursorPattern.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null)
    refuse('cursor', 'Found a cursor that no page ever gave, expected the `next` of the page before.');
  return [match[1] ?? '', Number(match[2])];
}

function encode(position: string): string {
  return Buffer.from(position).toString('base64url');
}
