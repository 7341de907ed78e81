/** A list that a billing system hands to others as a file. */
export const exportKinds = ['invoices', 'invoice-lines', 'ledger', 'payments'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** One row by its column's name. Amounts are decimals in the row's currency, days ISO dates; what is not there is empty. */
export type ExportRow = Readonly<Record<string, string>>;

/** What each file must hold, whatever a target calls its columns. Periods are half-open; `served…` are their moments in UTC. */
export const exportColumns: Readonly<Record<ExportKind, readonly string[]>> = {
  invoices: [
    'id',
    'number',
    'customerId',
    'customerName',
    'status',
    'issueDate',
    'dueDate',
    'currency',
    'subtotal',
    'discount',
    'tax',
    'total',
    'paid',
    'credited',
    'due',
  ],
  'invoice-lines': [
    'invoiceId',
    'invoiceNumber',
    'line',
    'kind',
    'text',
    'subscriptionId',
    'plan',
    'charge',
    'from',
    'to',
    'servedFrom',
    'servedTo',
    'quantity',
    'currency',
    'net',
    'tax',
  ],
  ledger: ['postingId', 'date', 'account', 'side', 'currency', 'amount', 'customerId', 'invoiceId'],
  payments: ['id', 'invoiceId', 'currency', 'amount', 'status', 'date'],
};
