import type { Customer } from '../../model/billing/customer.ts';
import { moneyOf } from '../../model/money.ts';
import type { StoredInvoice } from '../billing/stored-invoice.ts';
import type { Rules } from '../rules/index.ts';
import { type PlacedText, pdfFile } from './pdf-file.ts';

/** A row of the document: texts by the left edge of their column, amounts by the right one. */
type Row = readonly Omit<PlacedText, 'y'>[];

const left = 50;
const rowsPerPage = 40;
const top = 790;
const rowHeight = 17;
/** Each letter of the amounts' font is so wide, as a part of its size. */
const letterWidth = 0.6;

/** The invoice as a file that the customer keeps: number, days, lines, taxes and sums. */
export function invoicePdf(rules: Rules, invoice: StoredInvoice, customer: Customer): string {
  const rows = [
    ...head(invoice, rules.printedName(customer.name)),
    ...linesOf(rules, invoice),
    ...sums(rules, invoice),
  ];
  const pages = rules.documentPages({ rows, perPage: rowsPerPage });
  return pdfFile({
    title: `Invoice ${invoice.number}`,
    written: rules.pdfString,
    pages: pages.map((page, index) => [
      ...page.flatMap((row, place) => row.map((part) => ({ ...part, y: top - rowHeight * place }))),
      { ...text(left, `Invoice ${invoice.number}, page ${index + 1} of ${pages.length}`), size: 8, y: 40 },
    ]),
  });
}

function head(invoice: StoredInvoice, name: string): readonly Row[] {
  return [
    [{ ...text(left, `Invoice ${invoice.number}`), size: 16 }],
    [],
    ...wrapped(name, 80).map((part) => [text(left, part)]),
    [],
    [text(left, `Issued ${invoice.issueDate}`)],
    [text(left, `Payable until ${invoice.dueDate}`)],
    [],
    [text(left, 'Text'), text(250, 'Period'), text(380, 'Quantity'), text(450, 'Net'), text(520, 'Tax')],
  ];
}

function linesOf(rules: Rules, { lines, currency }: StoredInvoice): readonly Row[] {
  return lines.flatMap((line) => {
    const [first = '', ...more] = wrapped(line.text, 38);
    const amounts = [
      amount(485, rules.documentAmount(moneyOf(line.net, currency))),
      amount(550, rules.documentAmount(moneyOf(line.tax, currency))),
    ];
    return [
      [
        text(left, first),
        text(250, rules.printedPeriod(line.period)),
        amount(400, line.quantity),
        ...amounts,
      ],
      ...more.map((part) => [text(left, part)]),
    ];
  });
}

function sums(rules: Rules, invoice: StoredInvoice): readonly Row[] {
  return [
    [],
    ...rules
      .documentTotals(invoice)
      .map(({ name, amountMinor }) => [
        text(380, name),
        amount(550, rules.documentAmount(moneyOf(amountMinor, invoice.currency))),
      ]),
  ];
}

/** At spaces where there are any; a word that is too long is cut. */
function wrapped(whole: string, width: number): readonly string[] {
  const rows: string[] = [];
  let rest = whole;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const end = space > 0 ? space : width;
    rows.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...rows, rest];
}

function text(x: number, of: string): Omit<PlacedText, 'y'> {
  return { x, size: 9, font: 'text', text: of };
}

/** `right` is where it ends. */
function amount(right: number, of: string): Omit<PlacedText, 'y'> {
  const size = 7;
  return { x: Math.round(right - of.length * letterWidth * size), size, font: 'amount', text: of };
}
