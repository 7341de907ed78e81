import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { displayMoney, formatMoney, type Money, moneyAmount } from '../../model/money.ts';
import { standsAlone } from '../stands-alone.ts';
import type { World } from '../world.ts';
import { pdfPages } from './pdf-text.ts';
import { standsInRows, unspaced } from './stands-in-rows.ts';

/** The file says what the invoice says: whose it is, its number and days, each line, and how the total comes about. */
export function expectDocumentAgrees(
  world: World,
  file: Uint8Array,
  of: { readonly invoice: Invoice; readonly name: string },
): void {
  const { invoice, name } = of;
  world.record.evidence(`invoice ${invoice.number}`, 'application/pdf', file);
  const pages = pdfPages(file);
  const shown = pages.join(' ');
  world.expectThat(
    pages.length > 0 && shown !== '',
    `Invoice ${invoice.number}: found a file without any text, expected a PDF with the invoice.`,
  );
  const missing = (what: string) =>
    `The PDF of invoice ${invoice.number} lacks ${what}. It says: ${shown.slice(0, 300)}`;
  const expectSays = (what: string, forms: readonly string[]) =>
    world.expectThat(
      forms.some((form) => standsAlone(form, shown)),
      missing(`${what} ${forms[0]}`),
    );
  expectNoPageForNothing(world, pages, invoice);
  // Where a long name goes on in the next row is the layout's own business.
  world.expectThat(unspaced(shown).includes(unspaced(name)), missing(`the name ${name}`));
  expectSays('the number', [invoice.number]);
  expectSays('the day of issue', dayForms(invoice.issueDate));
  if (invoice.dueDate !== null) expectSays('the day until which it is payable', dayForms(invoice.dueDate));
  // A day of service may go without saying where it is that of the invoice.
  const said = new Set<LocalDate | null>([invoice.issueDate, invoice.dueDate]);
  const served = new Set(invoice.lines.flatMap(({ period }) => (period === null ? [] : [period.from])));
  for (const day of served.difference(said)) expectSays('the first day of a service', dayForms(day));
  const amounts = [invoice.subtotal, invoice.tax, invoice.total, ...invoice.lines.map(({ net }) => net)];
  for (const { forms, times } of wanted(amounts)) {
    const found = forms.reduce((sum, form) => sum + occurrences(shown, form), 0);
    world.expectThat(
      found >= times,
      missing(`${forms[0]}: found ${found} times, expected at least ${times},`),
    );
  }
  expectSaysDiscount(world, shown, invoice);
  for (const line of invoice.lines)
    world.expectThat(standsInRows(line.text, shown), missing(`the line "${line.text}"`));
}

/** As one sum or coupon by coupon, with a sign or without, but all that was taken off: else the rest does not add up for its reader. */
function expectSaysDiscount(
  world: World,
  shown: string,
  { number, discount, discounts = [] }: Invoice,
): void {
  if (discount.amountMinor === 0n) return;
  const isSum = ({ currency, amountMinor }: Money) =>
    [amountMinor, -amountMinor].some((amount) =>
      formsOf({ currency, amountMinor: amount }).some((form) => occurrences(shown, form) > 0),
    );
  const parts = discounts.map(({ amount }) => amount).filter(({ amountMinor }) => amountMinor !== 0n);
  world.expectThat(
    isSum(discount) || (parts.length > 0 && parts.every(isSum)),
    `The PDF of invoice ${number} lacks the discount ${displayMoney(discount)}. It says: ${shown.slice(0, 300)}`,
  );
}

/** How many pages the file has. */
export function pageCount(file: Uint8Array): number {
  return pdfPages(file).length;
}

/** A page on which stands only what stands on every other page too, numbers apart, is a sheet of paper for nothing. */
function expectNoPageForNothing(world: World, pages: readonly string[], { number }: Invoice): void {
  const words = pages.map((page) => page.replaceAll(/\d+/g, ''));
  for (const [index, page] of words.entries())
    world.expectThat(
      words.length < 2 || words.some((other, at) => at !== index && !other.includes(page)),
      `Page ${index + 1} of ${pages.length} of the PDF of invoice ${number} says nothing of its own: ${pages[index]}`,
    );
}

/** How often the file says each of the amounts; what is negative is another amount. */
export function timesSaid(file: Uint8Array, amounts: readonly Money[]): readonly number[] {
  const shown = pdfPages(file).join(' ');
  return amounts.map((amount) => formsOf(amount).reduce((sum, form) => sum + occurrences(shown, form), 0));
}

/** Equal amounts are counted together, so that one that is there for the other is noticed. */
function wanted(amounts: readonly Money[]) {
  const counts = new Map<string, { readonly forms: readonly string[]; times: number }>();
  for (const amount of amounts) {
    const known = counts.get(formatMoney(amount)) ?? { forms: formsOf(amount), times: 0 };
    counts.set(formatMoney(amount), { ...known, times: known.times + 1 });
  }
  return [...counts.values()];
}

/** As people write amounts, each form once: some currencies and small amounts have fewer. */
function formsOf(amount: Money): readonly string[] {
  const grouped = displayMoney(amount).slice(4);
  return [...new Set([grouped, moneyAmount(amount)])];
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** As people write days. */
function dayForms(date: LocalDate): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  const plainDay = day.replace(/^0/, '');
  return [
    date,
    `${day}.${month}.${year}`,
    `${day}/${month}/${year}`,
    `${month}/${day}/${year}`,
    `${plainDay} ${name} ${year}`,
    `${name} ${plainDay}, ${year}`,
    `${plainDay} ${name.slice(0, 3)} ${year}`,
    `${name.slice(0, 3)} ${plainDay}, ${year}`,
  ];
}

function occurrences(shown: string, form: string): number {
  let count = 0;
  for (let at = shown.indexOf(form); at >= 0; at = shown.indexOf(form, at + form.length)) {
    const isWhole = !/[\d.,]/.test(shown[at - 1] ?? '') && !/^[.,]?\d/.test(shown.slice(at + form.length));
    if (isWhole && (form.startsWith('-') || shown[at - 1] !== '-')) count += 1;
  }
  return count;
}
