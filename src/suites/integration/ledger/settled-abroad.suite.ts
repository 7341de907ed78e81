import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { addDays } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import {
  balanceOf,
  ecb,
  type ForeignCustomer,
  foreignCustomer,
} from '../../../scenario/situations/foreign-customer.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax', 'ledger', 'legal-entity', 'exchange-rates', 'payment'] as const;
const tags = ['@close', '@edge', '@risk-high'];
const usd = (amount: string) => parseMoney(amount, 'USD');
const later = addDays(billingStart, 9);

interface Act {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly act: (
    foreign: ForeignCustomer,
    of: { readonly key: string; readonly invoice: Invoice },
  ) => Promise<unknown>;
}

/**
 * USD 119.06 at 0.9137 are EUR 108.785 and so 108.79; two times 33.33 are 30.45 each, and 52.40 would be 47.88: together
 * EUR 108.78. From the ninth day on a dollar is EUR 0.9512.
 */
async function partPaid(world: World): Promise<ForeignCustomer> {
  const rates = [ecb('USD', '0.9137'), ecb('USD', '0.9512', later)];
  const foreign = await foreignCustomer(world, { name: 'Globex', amount: '100.05', rates });
  await payPart(foreign, `${world.checkId}-first`);
  await foreign.session.advanceTo(later);
  await payPart(foreign, `${world.checkId}-second`);
  return foreign;
}

async function payPart(foreign: ForeignCustomer, key: string): Promise<void> {
  const { id: invoiceId } = await invoiceOf(foreign);
  await foreign.session.pay({ key, invoiceId, amount: usd('33.33') });
}

async function invoiceOf({ session, customerId }: ForeignCustomer): Promise<Invoice> {
  const [invoice] = await session.invoices(customerId);
  if (invoice === undefined) throw new RangeError('Found no invoice of the first day, expected one.');
  return invoice;
}

async function expectOwed(
  world: World,
  { session, customerId }: ForeignCustomer,
  expected: { readonly amount: string; readonly because: string },
): Promise<void> {
  world.expectMoney({
    measure: 'owed in the books',
    expected: eur(expected.amount),
    actual: balanceOf(await session.bookValues(customerId), 'receivables'),
    nature: 'books',
    customer: 'Globex',
    explanation: expected.because,
  });
}

const ends: readonly Act[] = [
  {
    what: 'a payment',
    needs: [],
    act: ({ session }, { key, invoice }) => session.pay({ key, invoiceId: invoice.id, amount: invoice.due }),
  },
  {
    what: 'a transfer that is more than enough',
    needs: ['payment.receive'],
    act: ({ session, customerId }, { key }) =>
      session.receive({ key, customerId, amount: usd('60.00'), invoiceIds: null }),
  },
  {
    what: 'a write-off',
    needs: ['payment.write-off'],
    act: ({ session }, { key, invoice }) => session.writeOff(key, invoice.id),
  },
  {
    what: 'a credit note on all of it',
    needs: ['credit-note'],
    act: ({ session }, { key, invoice }) =>
      session.creditNote({ key, invoiceId: invoice.id, part: { kind: 'whole' }, reason: 'goodwill' }),
  },
];

describe('The rest of an invoice in another currency, of which parts are paid,', () => {
  for (const { what, needs: more, act } of ends)
    check(
      `is gone from the books to the cent when ${what} settles it`,
      { topic: 'ledger', needs: [...needs, ...more], tags },
      async (world) => {
        const foreign = await partPaid(world);
        const because = 'EUR 108.79 less EUR 30.45 and EUR 30.45, at the rate of the invoice.';
        await expectOwed(world, foreign, { amount: '47.89', because });
        const invoice = await invoiceOf(foreign);
        world.expectEqual('left to pay', usd('52.40'), invoice.due);
        await act(foreign, { key: `${world.checkId}-end`, invoice });
        world.expectEqual('left to pay in the end', usd('0.00'), (await invoiceOf(foreign)).due);
        await expectOwed(world, foreign, { amount: '0.00', because: 'Nothing is owed any more.' });
      },
    );
});

const openings: readonly Act[] = [
  {
    what: 'a refund of the second payment',
    needs: ['payment.refund'],
    act: async ({ session, customerId }, { key }) => {
      const payment = (await session.payments(customerId)).at(-1);
      return session.refund({ key, paymentId: payment?.id ?? '', amount: usd('33.33') });
    },
  },
  {
    what: 'a chargeback of it',
    needs: ['payment.chargeback'],
    act: async ({ session, customerId }, { key }) => {
      const payment = (await session.payments(customerId)).at(-1);
      return session.notifyPayment({ id: key, paymentId: payment?.id ?? '', outcome: 'charged-back' });
    },
  },
];

describe('What is owed again of an invoice in another currency', () => {
  for (const { what, needs: more, act } of openings)
    check(
      `after ${what} is worth what it was on the day of the invoice`,
      { topic: 'ledger', needs: [...needs, ...more], tags },
      async (world) => {
        const foreign = await partPaid(world);
        await act(foreign, { key: `${world.checkId}-back`, invoice: await invoiceOf(foreign) });
        const because = 'EUR 108.79 less EUR 30.45: the second payment is as if it had never come.';
        await expectOwed(world, foreign, { amount: '78.34', because });
      },
    );
});
