import type { Customer } from '../../model/billing/customer.ts';
import { displayMoney, moneyOf } from '../../model/money.ts';
import type { StoredInvoice, StoredLine } from '../billing/stored-invoice.ts';
import { escapeHtml } from './escape-html.ts';
import { lineTrail } from './line-trail.ts';
import { page } from './page.ts';

export interface InvoiceView {
  readonly tenantId: string;
  readonly customer: Customer;
  readonly due: bigint;
}

/** The invoice as a person reads it: one page without any script, every text of a customer escaped. */
export function invoicePage(invoice: StoredInvoice, { tenantId, customer, due }: InvoiceView): string {
  return page({ title: `Invoice ${invoice.number}`, tenantId, body: invoiceBody(invoice, customer, due) });
}

function invoiceBody(invoice: StoredInvoice, customer: Customer, due: bigint): string {
  return `<dl>
<dt>Customer</dt><dd data-field="customer">${escapeHtml(customer.name)}</dd>
<dt>Country</dt><dd data-field="country">${escapeHtml(customer.country)}</dd>
<dt>Issued</dt><dd data-field="issueDate">${invoice.issueDate}</dd>
<dt>Payable until</dt><dd data-field="dueDate">${invoice.dueDate}</dd>
</dl>
<div class="scroll" role="region" aria-label="Lines" tabindex="0">
<table>
<caption>Lines</caption>
<thead><tr><th scope="col">Text</th><th scope="col">Period</th><th scope="col" class="amount">Quantity</th>
<th scope="col" class="amount">Net</th><th scope="col" class="amount">Tax</th></tr></thead>
<tbody>
${invoice.lines.map((line) => lineRow(line, invoice.currency)).join('\n')}
</tbody>
</table>
</div>
<table>
<caption>Totals</caption>
<tbody>
${totalRow('Subtotal', 'subtotal', show(invoice.subtotal, invoice.currency))}
${totalRow('Discount', 'discount', show(invoice.discount, invoice.currency))}
${totalRow('Tax', 'tax', show(invoice.tax, invoice.currency))}
${totalRow('Total', 'total', show(invoice.total, invoice.currency))}
${totalRow('Paid', 'paid', show(invoice.paid, invoice.currency))}
${totalRow('Credited', 'credited', show(invoice.credited, invoice.currency))}
${totalRow('Due', 'due', show(due, invoice.currency))}
</tbody>
</table>
<h2>How the amounts were reckoned</h2>
${invoice.lines.map((line) => lineTrail(line, invoice.currency)).join('\n')}`;
}

function lineRow(line: StoredLine, currency: string): string {
  const period = line.period === null ? '' : `${line.period.from} to before ${line.period.to}`;
  return `<tr><th scope="row">${escapeHtml(line.text)}</th><td>${period}</td>
<td class="amount">${escapeHtml(line.quantity)}</td><td class="amount">${show(line.net, currency)}</td>
<td class="amount">${show(line.tax, currency)}</td></tr>`;
}

function totalRow(name: string, field: string, amount: string): string {
  return `<tr><th scope="row">${name}</th><td class="amount" data-field="${field}">${amount}</td></tr>`;
}

function show(amountMinor: bigint, currency: string): string {
  return displayMoney(moneyOf(amountMinor, currency));
}
