import { describe } from 'vitest';
import type { TaxRate } from '../../../model/billing/customer.ts';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = [
  'clock',
  'price.flat',
  'price.several-fees',
  'tax',
  'tax.place',
  'tax.categories',
  'tax.deletion',
] as const;
const tags = ['@tax', '@taxrules', '@edge', '@risk-high'];
const from = localDate('2020-01-01');
const country = { country: 'US', from };
const rates: readonly TaxRate[] = [
  { ...country, ratePercent: '5' },
  { ...country, region: 'CA', ratePercent: '7.25' },
  { ...country, region: 'NY', ratePercent: '8' },
  { ...country, category: 'books', ratePercent: '2' },
  { ...country, region: 'CA', category: 'books', ratePercent: '3' },
];

/** Tax of February on USD 100.00 and on as much of books, once one of the rates above was deleted in January. */
const deletions = [
  { what: 'of a country', rate: country, tax: { CA: '10.25', NY: '10.00', OR: '2.00' } },
  { what: 'of a state', rate: { ...country, region: 'CA' }, tax: { CA: '8.00', NY: '10.00', OR: '7.00' } },
  {
    what: 'of some goods',
    rate: { ...country, category: 'books' },
    // In New York books are taxed like all else then, and where no state has a rate by that of the country.
    tax: { CA: '10.25', NY: '16.00', OR: '10.00' },
  },
  {
    what: 'of some goods in a state',
    rate: { ...country, region: 'CA', category: 'books' },
    tax: { CA: '9.25', NY: '10.00', OR: '7.00' },
  },
] as const;

type Region = keyof (typeof deletions)[number]['tax'];

/** One customer in each state, invoiced on the first day for a fee and for books. */
async function customersIn(world: World, session: BillingSession) {
  for (const each of rates) await session.setTaxRate(each);
  const books = { ...fee('100.00', 'books'), taxCategory: 'books' } as const;
  await session.publish(monthlyPlan('reader', [fee('100.00'), books], { currency: 'USD' }));
  const home = { country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles' } as const;
  const customers: { readonly region: Region; readonly customerId: string }[] = [];
  for (const region of ['CA', 'NY', 'OR'] as const) {
    const key = `${world.checkId}-${region}`;
    const { id: customerId } = await session.createCustomer({ key, name: region, region, ...home });
    const order = { plan: 'reader', start: billingStart, quantity: '1', billing: 'anniversary' } as const;
    await session.subscribe({ key: `${key}-order`, customerId, ...order });
    customers.push({ region, customerId });
  }
  return customers;
}

function expectTax(
  world: World,
  invoice: Invoice | undefined,
  of: { readonly tax: string; readonly region: Region; readonly month: string },
): void {
  world.expectMoney({
    measure: `tax of ${of.region} in ${of.month}`,
    expected: parseMoney(of.tax, 'USD'),
    actual: invoice?.tax ?? parseMoney('0', 'USD'),
    nature: 'books',
    customer: of.region,
    explanation: 'On USD 100.00, and on as much of books; one rate is gone since 15 January.',
  });
}

describe('A tax rate that is deleted', () => {
  for (const { what, rate, tax } of deletions)
    check(
      `${what} takes no other rate along, and what was billed before keeps its tax`,
      { topic: 'tax', needs, tags },
      async (world) => {
        const session = await world.target(billingStart);
        const customers = await customersIn(world, session);
        await session.advanceTo(localDate('2026-01-15'));
        await session.deleteTaxRate(rate);
        await session.advanceTo(localDate('2026-02-02'));
        const before = { CA: '10.25', NY: '10.00', OR: '7.00' };
        for (const { region, customerId } of customers) {
          const [january, february] = await session.invoices(customerId);
          expectTax(world, january, { tax: before[region], region, month: 'January' });
          expectTax(world, february, { tax: tax[region], region, month: 'February' });
        }
      },
    );
});
