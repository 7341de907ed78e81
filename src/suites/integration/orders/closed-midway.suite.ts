import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { type Money, negateMoney, sumMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { expectToldOnce } from '../../../scenario/drawn/account-news.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';

const needs = ['clock', 'price.flat', 'customer.closing'] as const;
const tags = ['@edge', '@risk-high'];
const start = localDate('2026-04-01');
const plan = monthlyPlan('basic', [fee('30.00')]);

/** Bills of EUR 30.00, of which one is paid in part: what is given up is all that was not, and he keeps what he had paid. */
const givenUp: readonly {
  readonly unpaid: 'written-off' | 'credited';
  readonly needs: CheckOptions['needs'];
}[] = [
  { unpaid: 'written-off', needs: ['payment.write-off'] },
  { unpaid: 'credited', needs: ['credit-note'] },
];

describe('A customer who is closed on the way:', () => {
  for (const { unpaid, needs: more = [] } of givenUp)
    check(
      `what he had paid of a bill stays paid or his, and its rest is ${unpaid}`,
      { topic: 'payment', needs: [...needs, 'payment', 'balance', ...more], tags },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        await orderFor(world, contract, { plan: 'basic', start });
        const [bill] = await session.invoices(customerId);
        const invoiceId = bill?.id ?? '';
        await session.pay({ key: `${world.checkId}-part`, invoiceId, amount: eur('12.00') });
        await session.closeCustomer(customerId, unpaid);
        await session.advanceTo(localDate('2026-05-15'));
        const bills = await session.invoices(customerId);
        const notes = world.can('credit-note') ? await session.creditNotes(customerId) : [];
        const { amount: balance } = await session.balance(customerId);
        const because = 'EUR 12.00 of EUR 60.00 had been paid, and EUR 48.00 were given up.';
        const question = { nature: 'charge', customer: 'Acme', explanation: because } as const;
        const sum = (amounts: readonly Money[]) => sumMoney(amounts, 'EUR');
        world.expectMoney({
          ...question,
          measure: 'paid',
          expected: eur('12.00'),
          actual: sum(bills.map(({ paid }) => paid)),
        });
        world.expectMoney({
          ...question,
          measure: 'still to pay',
          expected: eur('0.00'),
          actual: sum(bills.map(({ due }) => due)),
        });
        world.expectMoney({
          ...question,
          measure: 'credited, less what he has to his credit',
          expected: eur(unpaid === 'credited' ? '48.00' : '0.00'),
          actual: sum([...notes.map(({ total }) => total), negateMoney(balance)]),
        });
      },
    );

  check(
    'what was to end sooner than its period ends when it was to',
    { topic: 'completeness', needs: [...needs, 'subscription.cancel'], tags },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId, subscription } = contract;
      await orderFor(world, contract, { plan: 'basic', start });
      const planned = localDate('2026-04-20');
      await session.cancel(subscription.id, { kind: 'date', date: planned });
      await session.closeCustomer(customerId, 'stays');
      const { end } = await session.subscription(subscription.id);
      world.expectThat(
        end !== null && end <= planned,
        `Found the service ending on ${end}, expected ${planned}, for which it was cancelled, or a day before.`,
      );
    },
  );

  check(
    'others are told of the credit notes that he gets',
    { topic: 'webhook', needs: [...needs, 'webhook', 'payment', 'credit-note'], tags },
    async (world) => {
      const receiver = await openWebhookReceiver();
      try {
        const session = await world.target(start);
        const secret = await session.registerWebhook(receiver.url);
        const contract = await openContract(world, { customer: 'Acme', plan, start, session });
        const { customerId } = contract;
        await session.closeCustomer(customerId, 'credited');
        theFirst(await session.creditNotes(customerId), 'credit note');
        await session.advanceTo(addDays(start, 1));
        await expectToldOnce(world, contract, { receiver, secret });
      } finally {
        await receiver.close();
      }
    },
  );
});
