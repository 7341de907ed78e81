import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import {
  dunningLevel,
  expectLevelOfDay,
  lastDay,
  latePayer,
  threeLevels,
} from '../../../scenario/situations/late-payer.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'payment', 'dunning'] as const;
const topic = 'payment' as const;

const policy = {
  ...threeLevels,
  levels: [
    dunningLevel('reminder', 5, { fee: '5.00' }),
    dunningLevel('warning', 20, { fee: '10.00', interestPercent: '9' }),
    dunningLevel('stop', 40, { suspends: true, interestPercent: '9' }),
  ],
};

async function told({ session, customerId }: Debtor) {
  const { reminders, charges } = await session.dunning(customerId);
  return { reminders: reminders.length, charges: charges.length };
}

describe('Who pays his oldest debt', () => {
  check(
    'comes to the level of the next one, has service again, and is neither reminded nor charged for it',
    { topic, needs: [...needs, 'dunning.charges'], tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      // Due on 15 January, 15 February and 15 March.
      const owing = await debtor(world, '100.00');
      const { session, customerId } = owing;
      await session.setDunningPolicy(policy);
      const day = localDate('2026-03-01');
      await session.advanceTo(day);
      await expectLevelOfDay(world, owing, { day, policy });
      const [january] = await session.invoices(customerId);
      const before = await told(owing);
      const amount = january?.due ?? eur('0.00');
      await session.pay({ key: `${world.checkId}-pay`, invoiceId: january?.id ?? '', amount });
      const { level, isSuspended } = await session.dunning(customerId);
      world.expectEqual('level and suspension after payment', ['reminder', false], [level, isSuspended]);
      world.expectEqual('reminders and charges after payment', before, await told(owing));
      await session.advanceTo(addDays(day, 1));
      world.expectEqual('reminders and charges the day after', before, await told(owing));
    },
  );
});

describe('Who pays what he was reminded of, and no more', () => {
  for (const days of [2, 3, 7])
    check(
      `is dunned for each next debt on its own day: one every ${days} days`,
      { topic, needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await debtor(world, '100.00', { interval: { unit: 'day', count: days } });
        const { session, customerId } = owing;
        await session.setDunningPolicy(threeLevels);
        for (let day = lastDay(owing); day < addDays(lastDay(owing), 30); day = addDays(day, 1)) {
          await session.advanceTo(day);
          await expectLevelOfDay(world, owing, { day, policy: threeLevels });
          const [oldest] = (await session.invoices(customerId)).filter(({ due }) => due.amountMinor > 0n);
          if (oldest === undefined || (await session.dunning(customerId)).level === null) continue;
          await session.pay({ key: `${world.checkId}-${day}`, invoiceId: oldest.id, amount: oldest.due });
          await expectLevelOfDay(world, owing, { day, policy: threeLevels });
        }
      },
    );
});

describe('The least amount that is dunned', () => {
  for (const threshold of ['100.00', '100.01', '150.00', '200.00', '200.01'])
    check(
      `of EUR ${threshold} is reached by what is late, not by what is owed as well: EUR 100.00 each week`,
      { topic, needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await debtor(world, '100.00', { interval: { unit: 'week', count: 1 } });
        const least = { ...threeLevels, threshold };
        await owing.session.setDunningPolicy(least);
        for (let day = lastDay(owing); day < addDays(lastDay(owing), 24); day = addDays(day, 1)) {
          await owing.session.advanceTo(day);
          await expectLevelOfDay(world, owing, { day, policy: least });
        }
      },
    );
});

describe('One level that stops the service, for a least amount,', () => {
  for (const threshold of ['100.00', '100.01', '200.00'])
    check(
      `of EUR ${threshold} stops it for nothing less: EUR 100.00 each week`,
      { topic, needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await debtor(world, '100.00', { interval: { unit: 'week', count: 1 } });
        const least = { ...threeLevels, threshold, levels: [dunningLevel('stop', 3, { suspends: true })] };
        await owing.session.setDunningPolicy(least);
        for (let day = lastDay(owing); day < addDays(lastDay(owing), 16); day = addDays(day, 1)) {
          await owing.session.advanceTo(day);
          await expectLevelOfDay(world, owing, { day, policy: least });
        }
      },
    );
});

describe('A customer who is late already when dunning begins', () => {
  for (const [days, name] of [
    [6, 'reminder'],
    [12, 'warning'],
    [25, 'stop'],
  ] as const)
    check(
      `is reminded once, of the level of his ${days} days: ${name}`,
      { topic, needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await debtor(world, '100.00', { interval: { unit: 'year', count: 1 } });
        const { session, customerId } = owing;
        await session.advanceTo(addDays(lastDay(owing), days));
        await session.setDunningPolicy(threeLevels);
        await session.advanceTo(addDays(lastDay(owing), days + 2));
        const { level, reminders } = await session.dunning(customerId);
        world.expectEqual('level', name, level);
        world.expectEqual(
          'reminded of',
          [name],
          reminders.map((reminder) => reminder.level),
        );
      },
    );
});

describe('A debt', () => {
  for (const amount of ['0.01', '0.99'])
    check(
      `of EUR ${amount} is dunned like any other`,
      { topic, needs, tags: ['@edge', '@new'] },
      async (world) => {
        const owing = await latePayer(world, threeLevels, amount);
        for (const days of [5, 20]) {
          const day = addDays(lastDay(owing), days);
          await owing.session.advanceTo(day);
          await expectLevelOfDay(world, owing, { day, policy: threeLevels });
        }
      },
    );

  check(
    'of which a cent is left open is dunned for that cent',
    { topic, needs, tags: ['@edge', '@new'] },
    async (world) => {
      const owing = await latePayer(world, threeLevels);
      const { session, customerId, invoice } = owing;
      await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('99.99') });
      await session.advanceTo(addDays(lastDay(owing), 6));
      const [reminder] = (await session.dunning(customerId)).reminders;
      world.expectEqual('asked for', eur('0.01'), reminder?.overdue);
    },
  );
});

describe('Money that goes back out', () => {
  const paidLate = [...needs, 'payment.gateway'] as const;

  async function paidAfterStop(owing: Debtor, key: string): Promise<string> {
    const { session, customerId, invoice } = owing;
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
    await session.advanceTo(addDays(lastDay(owing), 25));
    return (await session.pay({ key, invoiceId: invoice.id, amount: eur('100.00') })).id;
  }

  check(
    'as a chargeback brings the customer back to his level on the same day',
    { topic, needs: [...paidLate, 'payment.chargeback'], tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      const owing = await latePayer(world, threeLevels);
      const paymentId = await paidAfterStop(owing, `${world.checkId}-pay`);
      await owing.session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome: 'charged-back' });
      const { level, isSuspended } = await owing.session.dunning(owing.customerId);
      world.expectEqual('level and suspension', ['stop', true], [level, isSuspended]);
    },
  );

  check(
    'as a refund does so, where a refund opens the invoice',
    { topic, needs: [...paidLate, 'payment.refund'], tags: ['@edge', '@new'] },
    async (world) => {
      const owing = await latePayer(world, threeLevels);
      const paymentId = await paidAfterStop(owing, `${world.checkId}-pay`);
      await owing.session.refund({ key: `${world.checkId}-back`, paymentId, amount: eur('100.00') });
      const day = addDays(lastDay(owing), 25);
      await expectLevelOfDay(world, owing, { day, policy: threeLevels });
    },
  );
});

describe('A card that declines', () => {
  check(
    'softly first and for good then is not asked a third time',
    { topic, needs: [...needs, 'payment.gateway', 'payment.collect'], tags: ['@edge', '@new'] },
    async (world) => {
      const owing = await latePayer(world, { ...threeLevels, retryDays: [3, 6, 9] });
      const { session, customerId, invoice } = owing;
      await session.setPaymentMethod(customerId, { behaviour: 'declines-soft', collection: 'automatic' });
      await session.advanceTo(addDays(invoice.issueDate, 1));
      await session.setPaymentMethod(customerId, { behaviour: 'declines-hard', collection: 'automatic' });
      await session.advanceTo(addDays(invoice.issueDate, 30));
      const asked = (await session.gatewayMovements(customerId)).filter(({ kind }) => kind === 'charge');
      world.expectEqual('attempts', 2, asked.length);
    },
  );

  check(
    'leaves a payment whose amount nobody may change',
    { topic, needs: [...needs, 'payment.gateway'], tags: ['@edge', '@new'] },
    async (world) => {
      const owing = await latePayer(world, threeLevels);
      const { session, customerId, invoice } = owing;
      await session.setPaymentMethod(customerId, { behaviour: 'declines-soft', collection: 'manual' });
      const payment = { key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('30.00') };
      await refusalOf(session.pay(payment));
      const [declined] = await session.payments(customerId);
      if (declined !== undefined) {
        const answer = await refusalOf(session.amendPayment(declined.id, eur('1.00')));
        world.expectRefused(answer, 'The target took another amount, expected refusal.');
      }
      // A target may keep no payment that was declined; what is owed it keeps.
      world.expectEqual('left to pay', eur('100.00'), (await session.invoice(invoice.id)).due);
      const amounts = (await session.payments(customerId)).map(({ amount }) => amount);
      world.expectEqual(
        'amounts of the payments',
        amounts.map(() => eur('30.00')),
        amounts,
      );
    },
  );
});
