import type { BillLine } from '../../model/billing/bill-extract.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { type Money, moneyAmount } from '../../model/money.ts';
import type { ExpectedInvoice } from '../../oracle/subscription/billing-history.ts';

/** An invoice as lines of a bill extract: each service, and the discount of the whole invoice as a line of its own. */
export function linesOfInvoice(account: string, invoice: Invoice): readonly BillLine[] {
  const services = invoice.lines.filter(({ kind }) => kind !== 'discount');
  return linesOf(account, { ...invoice, lines: services.map((line) => ({ ...line, period: line.period })) });
}

/** The same of an invoice that the oracle expects. */
export function linesOfExpected(account: string, invoice: ExpectedInvoice): readonly BillLine[] {
  return linesOf(account, invoice);
}

interface Billed {
  readonly issueDate: LocalDate;
  readonly discount: Money;
  readonly lines: readonly {
    readonly plan: string | null;
    readonly charge: string | null;
    readonly period: Period | null;
    readonly net: Money;
    readonly tax: Money;
  }[];
}

function linesOf(account: string, { issueDate, discount, lines }: Billed): readonly BillLine[] {
  const dated = (period: Period | null) => ({
    periodFrom: period?.from ?? issueDate,
    periodTo: period?.to ?? issueDate,
  });
  const services = lines.map(({ plan, charge, period, net, tax }) => ({
    account,
    item: `${plan ?? 'no plan'}/${charge ?? 'no charge'}`,
    ...dated(period),
    currency: net.currency,
    net: moneyAmount(net),
    tax: moneyAmount(tax),
  }));
  if (discount.amountMinor === 0n) return services;
  const { currency } = discount;
  const net = moneyAmount({ currency, amountMinor: -discount.amountMinor });
  const tax = moneyAmount({ currency, amountMinor: 0n });
  return [...services, { account, item: 'discount', ...dated(null), currency, net, tax }];
}
