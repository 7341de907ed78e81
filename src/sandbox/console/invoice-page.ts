import type { Customer } from '../../model/billing/customer.ts';
import { displayMoney, moneyOf } from '../../model/money.ts';
import type { StoredInvoice, StoredLine } from '../billing/stored-invoice.ts';
import { escapeHtml } from './escape-html.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; }
dt { font-weight: 600; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { border-bottom: 1px solid #8888; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
`;

/** The invoice as a person reads it: one page without any script, every text of a customer escaped. */
export function invoicePage(invoice: StoredInvoice, customer: Customer, due: bigint): string {
  const title = `Invoice ${escapeHtml(invoice.number)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<dl>
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
</main>
</body>
</html>
`;
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
