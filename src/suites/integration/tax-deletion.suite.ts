import { describe } from 'vitest';
import type { TaxRate } from '../../model/billing/customer.ts';
import { localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { billingStart } from '../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'tax', 'tax.place', 'tax.categories', 'tax.deletion'] as const;
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

describe('A tax rate that is deleted', () => {
  for (const { what, rate, tax } of deletions)
    check(
      `${what} takes no other rate along, and what was billed before keeps its tax`,
      { topic: 'tax', needs, tags },
      async (world) => {
        const session = await world.target(billingStart);
        for (const each of rates) await session.setTaxRate(each);
        const books = { ...fee('100.00', 'books'), taxCategory: 'books' } as const;
        await session.publish(monthlyPlan('reader', [fee('100.00'), books], { currency: 'USD' }));
        const home = { country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles' } as const;
        const customers = [];
        for (const region of ['CA', 'NY', 'OR'] as const) {
          const key = `${world.checkId}-${region}`;
          const { id: customerId } = await session.createCustomer({ key, name: region, region, ...home });
          const order = {
            plan: 'reader',
            start: billingStart,
            quantity: '1',
            billing: 'anniversary',
          } as const;
          await session.subscribe({ key: `${key}-order`, customerId, ...order });
          customers.push({ region, customerId });
        }
        await session.advanceTo(localDate('2026-01-15'));
        await session.deleteTaxRate(rate);
        await session.advanceTo(localDate('2026-02-02'));
        const before = { CA: '10.25', NY: '10.00', OR: '7.00' };
        for (const { region, customerId } of customers) {
          const invoices = await session.invoices(customerId);
          for (const [index, expected] of [before[region], tax[region]].entries())
            world.expectMoney({
              measure: `tax of ${region} in month ${index + 1}`,
              expected: parseMoney(expected, 'USD'),
              actual: invoices[index]?.tax ?? parseMoney('0', 'USD'),
              nature: 'books',
              customer: region,
              explanation: `USD 100.00, and as much of books; the rate ${what} is gone since 15 January.`,
            });
        }
      },
    );
});
