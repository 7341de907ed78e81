import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { zeroMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { expectLevelOfDay, threeLevels } from '../../../scenario/situations/late-payer.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'invoice.charge', 'payment'] as const;
const tags = ['@edge', '@risk-high'];
const start = localDate('2026-01-01');

interface Visitor {
  readonly session: BillingSession;
  readonly customerId: string;
}

/** Acme, who has never ordered anything that goes on. */
async function visitor(world: World): Promise<Visitor> {
  const session = await world.target(start);
  const home = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
  const { id } = await session.createCustomer({ key: `${world.checkId}-customer`, name: 'Acme', ...home });
  return { session, customerId: id };
}

/** Answers what is left to pay of it. */
async function charged(world: World, { session, customerId }: Visitor, amount: string) {
  const date = await session.today();
  const key = `${world.checkId}-${date}`;
  const { id } = await session.charge({ key, customerId, text: 'Training', amount: eur(amount), date });
  return (await session.invoice(id)).due;
}

/** Whatever happens on a day, happens to those as well who have no period that begins on one. */
describe('A customer without a subscription, who is charged by hand', () => {
  check(
    'spends his credits until their last day, and not after it',
    { topic: 'credit', needs: [...needs, 'wallet'], tags },
    async (world) => {
      const acme = await visitor(world);
      const { session, customerId } = acme;
      const key = `${world.checkId}-wallet`;
      const expires = addDays(start, 20);
      const wallet = { customerId, name: 'prepaid', priority: 1, charges: null, expires, rate: '1' };
      const { id: walletId } = await session.openWallet({ key, ...wallet });
      await session.topUpWallet({ key: `${key}-filled`, walletId, credits: '40' });
      world.expectEqual('due on the first day', zeroMoney('EUR'), await charged(world, acme, '10.00'));
      await session.advanceTo(addDays(expires, -1));
      world.expectEqual('due on the last day', zeroMoney('EUR'), await charged(world, acme, '10.00'));
      await session.advanceTo(addDays(expires, 3));
      const [left] = await session.wallets(customerId);
      world.expectEqual('credits after it', zeroMoney('EUR'), left?.balance);
      world.expectEqual('due after it', eur('10.00'), await charged(world, acme, '10.00'));
    },
  );

  check(
    'is dunned as his debts ask for',
    { topic: 'payment', needs: [...needs, 'dunning'], tags },
    async (world) => {
      const acme = await visitor(world);
      const { session, customerId } = acme;
      await session.setDunningPolicy(threeLevels);
      await charged(world, acme, '100.00');
      const [invoice] = await session.invoices(customerId);
      const lastDay = invoice?.dueDate ?? start;
      for (const days of [0, 5, 10, 20]) {
        const day = addDays(lastDay, days);
        await session.advanceTo(day);
        await expectLevelOfDay(world, acme, { day, policy: threeLevels });
      }
      await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice?.id ?? '', amount: eur('100.00') });
      await expectLevelOfDay(world, acme, { day: addDays(lastDay, 20), policy: threeLevels });
    },
  );

  check(
    'has his card charged where he wants it so',
    { topic: 'payment', needs: [...needs, 'payment.gateway', 'payment.collect'], tags },
    async (world) => {
      const acme = await visitor(world);
      const { session, customerId } = acme;
      await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
      await charged(world, acme, '50.00');
      await session.advanceTo(addDays(start, 40));
      const [invoice] = await session.invoices(customerId);
      world.expectEqual('left to pay', zeroMoney('EUR'), invoice?.due);
    },
  );

  check(
    'has what he paid too much taken off the next charge',
    { topic: 'credit', needs: [...needs, 'balance', 'payment.receive'], tags },
    async (world) => {
      const acme = await visitor(world);
      const { session, customerId } = acme;
      const key = `${world.checkId}-in`;
      await session.receive({ key, customerId, amount: eur('50.00'), invoiceIds: null });
      world.expectEqual('due', zeroMoney('EUR'), await charged(world, acme, '30.00'));
      world.expectEqual('balance', eur('20.00'), (await session.balance(customerId)).amount);
    },
  );
});
