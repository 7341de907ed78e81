import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import {
  type Deed,
  deedDay,
  expectOtherCustomerUntouched,
  expectOtherServiceUntouched,
  type Household,
  householdStart,
} from '../../../scenario/situations/bystanders.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';

const today = { kind: 'date', date: deedDay } as const;
const atTheEnd = { kind: 'period-end' } as const;

async function couponForOne({ session, customerId, one, key }: Household): Promise<void> {
  const code = 'for-one';
  await session.createCoupon(couponOf(code, amountOff('5.00')));
  await session.redeemCoupon({ key: `${key}-${code}`, customerId, code, subscriptionId: one.id });
}

async function creditOfItsLine({ session, customerId, one, key }: Household): Promise<void> {
  for (const { id: invoiceId, lines } of await session.invoices(customerId)) {
    const line = lines.findIndex(({ subscriptionId }) => subscriptionId === one.id);
    const part = { kind: 'lines', lines: [{ line, net: parseMoney('7.00', 'EUR') }] } as const;
    if (line >= 0) await session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
  }
}

const services: readonly Deed[] = [
  {
    what: 'a change of plan today',
    needs: 'subscription.change',
    act: ({ session, one }) => session.changePlan(one.id, 'pro', today),
  },
  {
    what: 'a change of plan with the next period',
    needs: 'subscription.change',
    act: ({ session, one }) => session.changePlan(one.id, 'pro', atTheEnd),
  },
  {
    what: 'a change of quantity',
    needs: 'subscription.quantity',
    act: ({ session, one }) => session.changeQuantity(one.id, '3', today),
  },
  {
    what: 'a pause',
    needs: 'subscription.pause',
    act: ({ session, one }) => session.pause(one.id, today),
  },
  {
    what: 'an end today',
    needs: 'subscription.cancel',
    act: ({ session, one }) => session.cancel(one.id, today),
  },
  {
    what: 'an end with the period',
    needs: 'subscription.cancel',
    act: ({ session, one }) => session.cancel(one.id, atTheEnd),
  },
  {
    what: 'a planned change that was taken back',
    needs: 'subscription.undo',
    act: async ({ session, one, other }) => {
      await session.changePlan(one.id, 'pro', atTheEnd);
      await session.changePlan(other.id, 'pro', { kind: 'date', date: localDate('2026-04-20') });
      await session.undo(one.id, 'change');
      await session.undo(other.id, 'change');
    },
  },
  {
    what: 'a period taken back',
    needs: 'subscription.cancel-period',
    act: ({ session, one }) => session.cancelRunningPeriod(one.id),
  },
  {
    what: 'another bill day',
    needs: 'subscription.bill-day',
    act: ({ session, one }) => session.changeBillDay(one.id, { day: 15, from: deedDay }),
  },
  {
    what: 'an add-on',
    needs: 'subscription.add-on',
    act: ({ session, customerId, one, key }) =>
      session.subscribe({
        key: `${key}-add-on`,
        customerId,
        plan: 'pro',
        start: deedDay,
        quantity: '1',
        billing: 'anniversary',
        addOnTo: one.id,
      }),
  },
  {
    what: 'usage of its own',
    needs: 'usage',
    act: ({ session, customerId, one, key }) =>
      session.sendUsage([
        {
          id: `${key}-calls`,
          customerId,
          meter: 'calls',
          quantity: '7',
          at: instant('2026-04-09T09:00:00Z'),
          subscriptionId: one.id,
        },
      ]),
  },
  { what: 'a coupon of its own', needs: 'coupon', act: couponForOne },
  { what: 'a credit of its line', needs: 'credit-note', act: creditOfItsLine },
];

async function firstInvoice({ session, customerId }: Household) {
  return theFirst(await session.invoices(customerId), 'invoice');
}

async function walletId({ session, customerId }: Household): Promise<string> {
  return theFirst(await session.wallets(customerId), 'wallet').id;
}

const money = parseMoney('5.00', 'EUR');

const dealings: readonly Deed[] = [
  {
    what: 'a payment',
    needs: 'payment',
    act: async (who) =>
      who.session.pay({ key: `${who.key}-more`, invoiceId: (await firstInvoice(who)).id, amount: money }),
  },
  {
    what: 'a refund',
    needs: 'payment.refund',
    act: async ({ session, customerId, key }) => {
      const { id: paymentId } = theFirst(await session.payments(customerId), 'payment');
      await session.refund({ key: `${key}-refund`, paymentId, amount: money });
    },
  },
  {
    what: 'a transfer that names nothing',
    needs: 'payment.receive',
    act: ({ session, customerId, key }) =>
      session.receive({ key: `${key}-transfer`, customerId, amount: money, invoiceIds: null }),
  },
  {
    what: 'a write-off',
    needs: 'payment.write-off',
    act: async (who) => who.session.writeOff(`${who.key}-off`, (await firstInvoice(who)).id),
  },
  {
    what: 'a credit of all that is left',
    needs: 'credit-note',
    act: async (who) => {
      const { id: invoiceId } = await firstInvoice(who);
      const part = { kind: 'whole' } as const;
      await who.session.creditNote({ key: `${who.key}-rest`, invoiceId, part, reason: 'goodwill' });
    },
  },
  {
    what: 'a void and another bill',
    needs: 'invoice.rebill',
    act: async ({ session, customerId, key }) => {
      for (const { id } of await session.creditNotes(customerId))
        await session.voidCreditNote(`${key}-note-back`, id);
      const { id: invoiceId } = theFirst(await session.invoices(customerId), 'invoice');
      await session.voidInvoice(`${key}-void`, invoiceId);
      await session.rebill({ key: `${key}-rebill`, invoiceId, without: [] });
    },
  },
  {
    what: 'credits taken out of a wallet',
    needs: 'wallet',
    act: async (who) =>
      who.session.withdrawCredits({ key: `${who.key}-out`, walletId: await walletId(who), credits: '4' }),
  },
  {
    what: 'a charge by hand',
    needs: 'invoice.charge',
    act: ({ session, customerId, key }) =>
      session.charge({ key: `${key}-charge`, customerId, text: 'Training', amount: money, date: deedDay }),
  },
  {
    what: 'a coupon',
    needs: 'coupon',
    act: async ({ session, customerId, key }) => {
      await session.createCoupon(couponOf('for-him', amountOff('5.00')));
      await session.redeemCoupon({ key: `${key}-c`, customerId, code: 'for-him', subscriptionId: null });
    },
  },
  {
    what: 'a hold of his invoices',
    needs: 'invoice.hold',
    act: ({ session, customerId }) => session.holdInvoices(customerId),
  },
  {
    what: 'a look that his bills wait for',
    needs: 'invoice.draft',
    act: ({ session, customerId }) => session.reviewInvoices(customerId, { kind: 'by-hand' }),
  },
  {
    what: 'a card that is declined',
    needs: 'payment.gateway',
    act: ({ session, customerId }) =>
      session.setPaymentMethod(customerId, { behaviour: 'declines-hard', collection: 'automatic' }),
  },
  {
    what: 'a card that pays by itself',
    needs: 'payment.collect',
    act: ({ session, customerId }) =>
      session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' }),
  },
  {
    what: 'the end of one of his services',
    needs: 'subscription.cancel',
    act: ({ session, one }) => session.cancel(one.id, { kind: 'date', date: householdStart }),
  },
  {
    what: 'his closing, with what is unpaid written off',
    needs: 'customer.closing',
    act: ({ session, customerId }) => session.closeCustomer(customerId, 'written-off'),
  },
  {
    what: 'his closing, with what is unpaid credited',
    needs: 'customer.closing',
    act: ({ session, customerId }) => session.closeCustomer(customerId, 'credited'),
  },
];

describe('What is done for one customer', () => {
  check(
    'leaves the account of another as it is, at once and in the bills to come',
    {
      topic: 'order-to-cash',
      needs: ['clock', 'price.flat', 'payment'],
      tags: ['@edge', '@risk-high'],
      timeoutMs: 60_000,
    },
    (world) => expectOtherCustomerUntouched(world, dealings),
  );
});

describe('What is done to one of two equal services', () => {
  check(
    'of a customer leaves the other one as it is',
    {
      topic: 'order-to-cash',
      needs: ['clock', 'price.flat', 'subscription.change'],
      tags: ['@edge', '@risk-high'],
      timeoutMs: 60_000,
    },
    (world) => expectOtherServiceUntouched(world, services),
  );
});
