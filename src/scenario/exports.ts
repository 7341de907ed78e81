import { type ExportKind, type ExportRow, exportKinds } from '../model/billing/export.ts';
import type { Invoice } from '../model/billing/invoice.ts';
import type { LedgerEntry } from '../model/billing/ledger.ts';
import type { Payment } from '../model/billing/payment.ts';
import type { LocalDate, TimeZoneId } from '../model/date.ts';
import { type Money, moneyAmount, parseMoney } from '../model/money.ts';
import { startOfDayInZone } from '../oracle/time/time-zone.ts';
import type { TargetSession } from '../target/session.ts';
import type { World } from './world.ts';

export interface ExportedCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly timeZone: TimeZoneId;
}

const amountColumns = new Set([
  'subtotal',
  'discount',
  'tax',
  'total',
  'paid',
  'credited',
  'due',
  'net',
  'amount',
]);

/** Each file holds, row by row and cell by cell, what the target says when it is asked itself, and nothing more. */
export async function expectExportsAgree(
  world: World,
  session: TargetSession,
  customers: readonly ExportedCustomer[],
): Promise<void> {
  await expectFilesAgree(world, { session, customers, mayBeEmpty: [] });
}

/** The same, where nothing may belong into some of the files. */
export async function expectFilesAgree(
  world: World,
  of: {
    readonly session: TargetSession;
    readonly customers: readonly ExportedCustomer[];
    readonly mayBeEmpty: readonly ExportKind[];
  },
): Promise<void> {
  const { session, customers, mayBeEmpty } = of;
  const wanted: Record<ExportKind, ExportRow[]> = {
    invoices: [],
    'invoice-lines': [],
    ledger: [],
    payments: [],
  };
  for (const customer of customers) {
    const invoices = await session.invoices(customer.customerId);
    wanted.invoices.push(...invoices.map((invoice) => invoiceRow(invoice, customer)));
    wanted['invoice-lines'].push(...invoices.flatMap((invoice) => lineRows(invoice, customer)));
    wanted.ledger.push(...(await session.ledger(customer.customerId)).map(entryRow));
    wanted.payments.push(...(await session.payments(customer.customerId)).map(paymentRow));
  }
  for (const kind of exportKinds) {
    const isLeftOut = wanted[kind].length === 0 && !mayBeEmpty.includes(kind);
    world.expectThat(!isLeftOut, `The target itself tells of nothing that belongs into the file of ${kind}.`);
    expectFile(world, kind, { wanted: wanted[kind], found: await session.exported(kind) });
  }
}

/** Rows that have the same key, such as equal entries of one posting, are held against each other in their order. */
function expectFile(
  world: World,
  kind: ExportKind,
  { wanted, found }: { readonly wanted: readonly ExportRow[]; readonly found: readonly ExportRow[] },
): void {
  const rest = Map.groupBy(found, (row) => keyOf(kind, row));
  world.expectEqual(`rows of the file of ${kind}`, wanted.length, found.length);
  for (const row of wanted) {
    const key = keyOf(kind, row);
    const actual = rest.get(key)?.shift();
    if (actual === undefined) world.expectThat(false, `The file of ${kind} has no row for ${key}.`);
    else expectRow(world, { kind, key, wanted: row, found: actual });
  }
  for (const [key, rows] of rest)
    if (rows.length > 0) world.expectThat(false, `The file of ${kind} has a row too many for ${key}.`);
}

function keyOf(kind: ExportKind, row: ExportRow): string {
  if (kind === 'invoice-lines') return `${row['invoiceId']} line ${row['line']}`;
  return kind === 'ledger' ? `${row['postingId']} ${row['account']} ${row['side']}` : (row['id'] ?? '');
}

function expectRow(
  world: World,
  row: {
    readonly kind: ExportKind;
    readonly key: string;
    readonly wanted: ExportRow;
    readonly found: ExportRow;
  },
): void {
  const currency = row.wanted['currency'] ?? '';
  for (const [column, expected] of Object.entries(row.wanted)) {
    const actual = row.found[column] ?? '';
    const money = amountColumns.has(column) ? readAmount(actual, currency) : null;
    if (money === null) {
      world.expectEqual(`${column} of ${row.key} in the file of ${row.kind}`, expected, actual);
      continue;
    }
    world.expectMoney({
      measure: `${column} in the file of ${row.kind}`,
      expected: parseMoney(expected, currency),
      actual: money,
      nature: 'books',
      invoice: row.wanted['number'] ?? row.wanted['invoiceNumber'] ?? '',
      explanation: `The file and the target itself must say the same of ${row.key}.`,
    });
  }
}

function readAmount(text: string, currency: string): Money | null {
  try {
    return parseMoney(text, currency);
  } catch {
    return null;
  }
}

function invoiceRow(invoice: Invoice, { name }: ExportedCustomer): ExportRow {
  return {
    id: invoice.id,
    number: invoice.number,
    customerId: invoice.customerId,
    customerName: name,
    status: invoice.status,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate ?? '',
    currency: invoice.currency,
    subtotal: moneyAmount(invoice.subtotal),
    discount: moneyAmount(invoice.discount),
    tax: moneyAmount(invoice.tax),
    total: moneyAmount(invoice.total),
    paid: moneyAmount(invoice.paid),
    credited: moneyAmount(invoice.credited),
    due: moneyAmount(invoice.due),
  };
}

function lineRows(invoice: Invoice, { timeZone }: ExportedCustomer): readonly ExportRow[] {
  const moment = (day: LocalDate | undefined) => (day === undefined ? '' : startOfDayInZone(day, timeZone));
  return invoice.lines.map((line, index) => ({
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    line: String(index + 1),
    kind: line.kind,
    text: line.text,
    subscriptionId: line.subscriptionId ?? '',
    plan: line.plan ?? '',
    charge: line.charge ?? '',
    from: line.period?.from ?? '',
    to: line.period?.to ?? '',
    servedFrom: moment(line.period?.from),
    servedTo: moment(line.period?.to),
    quantity: line.quantity,
    currency: invoice.currency,
    net: moneyAmount(line.net),
    tax: moneyAmount(line.tax),
  }));
}

function entryRow(entry: LedgerEntry): ExportRow {
  return {
    postingId: entry.postingId,
    date: entry.date,
    account: entry.account,
    side: entry.side,
    currency: entry.amount.currency,
    amount: moneyAmount(entry.amount),
    customerId: entry.customerId,
    invoiceId: entry.invoiceId ?? '',
  };
}

function paymentRow(payment: Payment): ExportRow {
  return {
    id: payment.id,
    invoiceId: payment.invoiceId,
    currency: payment.amount.currency,
    amount: moneyAmount(payment.amount),
    status: payment.status,
    date: payment.date,
  };
}
