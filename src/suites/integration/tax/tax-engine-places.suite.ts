import { describe } from 'vitest';
import type { NewCustomer } from '../../../model/billing/customer.ts';
import { addDays, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';
import {
  type AskedLine,
  germanSeller,
  type TaxDecided,
} from '../../../scenario/situations/tax-engine-street.ts';

const needs = [
  'clock',
  'price.flat',
  'price.several-fees',
  'tax.categories',
  'tax.place',
  'neighbour.tax-engine',
] as const;
const topic = 'tax' as const;
const tags = ['@tax', '@edge', '@risk-high'];

const taxed = (ratePercent: string): TaxDecided => ({ ratePercent, treatment: 'taxed' });

const rates: Readonly<Record<string, string>> = { 'US NY': '8', 'US CA': '7.5', JP: '10', KW: '5', FR: '20' };

/** An engine as the law has it: by the state, by the VAT id, by who sells, in Germany by the day. */
function decide({ customer, seller, date }: AskedLine): TaxDecided {
  if (customer === undefined || seller === undefined || date === undefined) return taxed('99');
  const { country, region, vatId } = customer;
  if (country === 'FR' && vatId && seller.country === 'DE')
    return { ratePercent: '0', treatment: 'reverse-charge' };
  if (country === 'DE') return taxed(date < '2026-02-01' ? '16' : '19');
  return taxed(rates[region ? `${country} ${region}` : country] ?? '0');
}

interface Buyer {
  readonly who: string;
  readonly home: Omit<NewCustomer, 'key' | 'name'>;
  readonly price: string;
  readonly tax: string;
}

const us = { country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles' };
const fr = { country: 'FR', currency: 'EUR', timeZone: 'Europe/Paris' };
/** What the engine says of each of them, worked out by hand. */
const buyers: readonly Buyer[] = [
  { who: 'a New Yorker', home: { ...us, region: 'NY' }, price: '100.00', tax: '8.00' },
  { who: 'a Californian', home: { ...us, region: 'CA' }, price: '100.00', tax: '7.50' },
  { who: 'somebody of a state without a tax', home: { ...us, region: 'OR' }, price: '100.00', tax: '0.00' },
  {
    who: 'a Japanese',
    home: { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' },
    price: '1010',
    tax: '101',
  },
  {
    who: 'a Kuwaiti',
    home: { country: 'KW', currency: 'KWD', timeZone: 'Asia/Kuwait' },
    price: '10.020',
    tax: '0.501',
  },
  { who: 'a Frenchman', home: fr, price: '100.00', tax: '20.00' },
  { who: 'a French business', home: { ...fr, vatId: 'FR40303265045' }, price: '100.00', tax: '0.00' },
];

describe('A tax engine', () => {
  check(
    'is told of each customer where he is and what he is, and no answer serves for another one',
    { topic, needs: [...needs, 'tax.status'], tags },
    async (world) => {
      await germanSeller(world, decide, async (session) => {
        for (const [index, { who, home, price, tax }] of buyers.entries()) {
          const plan = `plan-${index}`;
          await session.publish(monthlyPlan(plan, [fee(price)], { currency: home.currency }));
          const key = `${world.checkId}-${index}`;
          const { id: customerId } = await session.createCustomer({ key, name: `Buyer ${index}`, ...home });
          const order = { plan, start: billingStart, quantity: '1', billing: 'anniversary' } as const;
          await session.subscribe({ key: `${key}-order`, customerId, ...order });
          await session.bill(billingStart);
          const [invoice] = await session.invoices(customerId);
          world.expectMoney({
            measure: `tax of ${who}`,
            expected: parseMoney(tax, home.currency),
            actual: invoice?.tax ?? parseMoney('0', home.currency),
            nature: 'books',
            customer: who,
            explanation: `Sold from Germany for ${price} ${home.currency}, as the tax engine says of him.`,
          });
          world.expectEqual(`invoices of ${who}`, 1, invoice === undefined ? 0 : 1);
        }
      });
    },
  );

  check(
    'is asked for the days that a line is for, not for the day of the invoice',
    { topic, needs, tags },
    async (world) => {
      await germanSeller(world, decide, async (session) => {
        const afterwards = { ...fee('50.00', 'support'), timing: 'arrears' } as const;
        await session.publish(monthlyPlan('service', [fee('100.00'), afterwards]));
        const { id: customerId } = await session.createCustomer({
          key: `${world.checkId}-customer`,
          name: 'Acme',
          country: 'DE',
          currency: 'EUR',
          timeZone: 'Europe/Berlin',
        });
        const order = {
          plan: 'service',
          start: billingStart,
          quantity: '1',
          billing: 'anniversary',
        } as const;
        await session.subscribe({ key: `${world.checkId}-order`, customerId, ...order });
        await session.bill(billingStart);
        await session.advanceTo(localDate('2026-02-01'));
        await session.advanceTo(addDays(localDate('2026-02-01'), 1));
        const invoices = await session.invoices(customerId);
        // January at 16 %; of February 19.00, and 8.00 on January's support, which is billed then.
        for (const [index, tax] of ['16.00', '27.00'].entries())
          world.expectMoney({
            measure: `tax of the invoice of month ${index + 1}`,
            expected: parseMoney(tax, 'EUR'),
            actual: invoices[index]?.tax ?? parseMoney('0', 'EUR'),
            nature: 'books',
            customer: 'Acme',
            explanation: 'The engine takes 16 % of what is for January and 19 % of what is for February.',
          });
      });
    },
  );
});
