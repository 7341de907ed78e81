import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import {
  dunningLevel,
  expectClear,
  expectLevelOfDay,
  lastDay,
  latePayer,
  threeLevels,
} from '../../../scenario/situations/late-payer.ts';
import { type Debtor, debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'dunning'] as const;
const topic = 'payment' as const;

/** Acme is suspended for EUR 100.00 that he owes. */
async function suspended(world: World): Promise<Debtor> {
  const owing = await latePayer(world, threeLevels);
  await owing.session.advanceTo(addDays(lastDay(owing), 25));
  world.expectEqual('suspended', true, (await owing.session.dunning(owing.customerId)).isSuspended);
  return owing;
}

describe('Dunning', () => {
  check('goes from level to level on the day of each', { topic, needs }, async (world) => {
    const owing = await latePayer(world, threeLevels);
    for (const days of [0, 1, 4, 5, 9, 10, 19, 20, 40]) {
      const day = addDays(lastDay(owing), days);
      await owing.session.advanceTo(day);
      await expectLevelOfDay(world, owing, { day, policy: threeLevels });
    }
  });

  check('counts from the invoice where it is told to', { topic, needs }, async (world) => {
    const policy = { ...threeLevels, ageFrom: 'issue-date' } as const;
    const owing = await latePayer(world, policy);
    for (const days of [4, 5, 10, 19, 20]) {
      const day = addDays(owing.invoice.issueDate, days);
      await owing.session.advanceTo(day);
      await expectLevelOfDay(world, owing, { day, policy });
    }
  });

  check(
    'reminds once for each level, also when the clock jumps',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const owing = await latePayer(world, threeLevels);
      const due = lastDay(owing);
      await owing.session.advanceTo(addDays(due, 6));
      await owing.session.advanceTo(addDays(due, 7));
      await owing.session.advanceTo(addDays(due, 60));
      const { reminders } = await owing.session.dunning(owing.customerId);
      const expected = threeLevels.levels.map(({ name, afterDays }) => ({
        date: addDays(due, afterDays),
        level: name,
        overdue: eur('100.00'),
      }));
      world.expectEqual('reminders', expected, reminders);
    },
  );

  check('asks nobody who has paid, and nobody before his time', { topic, needs }, async (world) => {
    const owing = await latePayer(world, threeLevels);
    const { session, invoice, customerId } = owing;
    await session.advanceTo(lastDay(owing));
    await expectClear(world, owing, 'on the last day to pay');
    await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('100.00') });
    await session.advanceTo(addDays(lastDay(owing), 30));
    await expectClear(world, owing, 'a month after payment');
    world.expectEqual('reminders', [], (await session.dunning(customerId)).reminders);
  });

  check('asks nobody for an invoice of nothing', { topic, needs }, async (world) => {
    const owing = await latePayer(world, threeLevels, '0.004');
    await owing.session.advanceTo(addDays(lastDay(owing), 30));
    await expectClear(world, owing, 'with an invoice of EUR 0.00');
  });

  check(
    'asks nobody for an invoice that was voided',
    { topic, needs: [...needs, 'invoice.void'] },
    async (world) => {
      const owing = await suspended(world);
      await owing.session.voidInvoice(`${world.checkId}-void`, owing.invoice.id);
      await expectClear(world, owing, 'after the void');
      await owing.session.advanceTo(addDays(lastDay(owing), 40));
      await expectClear(world, owing, 'two weeks after the void');
      world.expectEqual('reminders', 3, (await owing.session.dunning(owing.customerId)).reminders.length);
    },
  );

  check('begins only from the threshold on', { topic, needs }, async (world) => {
    const policy = { ...threeLevels, threshold: '100.01' };
    const owing = await latePayer(world, policy);
    const day = addDays(lastDay(owing), 30);
    await owing.session.advanceTo(day);
    await expectLevelOfDay(world, owing, { day, policy });
    await expectClear(world, owing, 'below the threshold');
    const reached = { ...threeLevels, threshold: '100.00' };
    await owing.session.setDunningPolicy(reached);
    const next = addDays(day, 1);
    await owing.session.advanceTo(next);
    await expectLevelOfDay(world, owing, { day: next, policy: reached });
  });
});

describe('Dunning of several invoices', () => {
  check('goes by the oldest that is open', { topic, needs }, async (world) => {
    const policy = {
      ...threeLevels,
      ageFrom: 'issue-date',
      levels: [dunningLevel('reminder', 5), dunningLevel('stop', 60, { suspends: true })],
    } as const;
    const owing = await debtor(world, '100.00');
    const { session, customerId } = owing;
    await session.setDunningPolicy(policy);
    const day = localDate('2026-03-10');
    await session.advanceTo(day);
    await expectLevelOfDay(world, owing, { day, policy });
    const [january, february, march] = await session.invoices(customerId);
    for (const invoice of [march, january, february]) {
      if (invoice === undefined) continue;
      await session.pay({
        key: `${world.checkId}-${invoice.id}`,
        invoiceId: invoice.id,
        amount: invoice.due,
      });
      await expectLevelOfDay(world, owing, { day, policy });
    }
    await expectClear(world, owing, 'when all three are paid');
  });
});

describe('A customer who is suspended has service again at once', () => {
  check('when he pays', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const owing = await suspended(world);
    const { session, invoice } = owing;
    await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('100.00') });
    await expectClear(world, owing, 'after payment');
    await session.advanceTo(addDays(lastDay(owing), 60));
    await expectClear(world, owing, 'a month later');
  });

  check('but not when he pays a part', { topic, needs }, async (world) => {
    const owing = await suspended(world);
    const { session, customerId, invoice } = owing;
    await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('99.99') });
    const { level, isSuspended } = await session.dunning(customerId);
    world.expectEqual('level and suspension', ['stop', true], [level, isSuspended]);
  });

  check('when his debt is written off', { topic, needs: [...needs, 'payment.write-off'] }, async (world) => {
    const owing = await suspended(world);
    await owing.session.writeOff(`${world.checkId}-off`, owing.invoice.id);
    await expectClear(world, owing, 'after the write-off');
  });

  check(
    'when a credit note settles his debt',
    { topic, needs: [...needs, 'credit-note'], tags: ['@risk-high'] },
    async (world) => {
      const owing = await suspended(world);
      const note = { key: `${world.checkId}-note`, invoiceId: owing.invoice.id, reason: 'goodwill' };
      await owing.session.creditNote({ ...note, part: { kind: 'whole' } });
      await expectClear(world, owing, 'after the credit note');
    },
  );

  check(
    'when money comes by bank transfer',
    { topic, needs: [...needs, 'payment.receive'] },
    async (world) => {
      const owing = await suspended(world);
      const { session, customerId } = owing;
      const receipt = { key: `${world.checkId}-in`, customerId, amount: eur('100.00'), invoiceIds: null };
      await session.receive(receipt);
      await expectClear(world, owing, 'after the transfer');
    },
  );

  check(
    'when the payment service tells late that he paid, and not before',
    { topic, needs: [...needs, 'payment.gateway'] },
    async (world) => {
      const owing = await suspended(world);
      const { session, customerId, invoice } = owing;
      await session.setPaymentMethod(customerId, { behaviour: 'stays-pending', collection: 'manual' });
      const payment = { key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('100.00') };
      const { id: paymentId } = await session.pay(payment);
      world.expectEqual('suspended while undecided', true, (await session.dunning(customerId)).isSuspended);
      await session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome: 'succeeded' });
      await expectClear(world, owing, 'after the news');
    },
  );

  check(
    'and loses it again when the money goes back',
    { topic, needs: [...needs, 'payment.gateway', 'payment.chargeback'] },
    async (world) => {
      const owing = await suspended(world);
      const { session, customerId, invoice } = owing;
      const payment = { key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('100.00') };
      const { id: paymentId } = await session.pay(payment);
      await session.notifyPayment({ id: `${world.checkId}-dispute`, paymentId, outcome: 'charged-back' });
      await session.advanceTo(addDays(lastDay(owing), 26));
      world.expectEqual('suspended', true, (await session.dunning(customerId)).isSuspended);
    },
  );
});

describe('The last day to pay', () => {
  check(
    'is counted from the day of issue, also for service of the past',
    { topic, needs: ['clock', 'price.flat'] },
    async (world) => {
      const session = await world.target('2026-01-01');
      await session.publish({
        plan: 'afterwards',
        effectiveFrom: localDate('2020-01-01'),
        currency: 'EUR',
        interval: { unit: 'month', count: 1 },
        charges: [
          { kind: 'recurring', code: 'fee', timing: 'arrears', price: { kind: 'flat', amount: '10.00' } },
        ],
      });
      const place = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
      const customer = { key: `${world.checkId}-customer`, name: 'Acme', ...place };
      const { id: customerId } = await session.createCustomer(customer);
      const start = localDate('2026-01-01');
      const order = { key: `${world.checkId}-order`, customerId, plan: 'afterwards', start };
      await session.subscribe({ ...order, quantity: '1', billing: 'anniversary' });
      await session.advanceTo(localDate('2026-02-01'));
      const dates = (await session.invoices(customerId)).map(({ issueDate, dueDate }) => [
        issueDate,
        dueDate,
      ]);
      const issued = localDate('2026-02-01');
      world.expectEqual(
        'issue and due days',
        [[issued, addDays(issued, world.profile.paymentTermDays)]],
        dates,
      );
    },
  );

  check('of a paid invoice asks for nothing twice', { topic, needs }, async (world) => {
    const owing = await latePayer(world, threeLevels);
    const payment = { key: `${world.checkId}-pay`, invoiceId: owing.invoice.id, amount: eur('100.00') };
    await owing.session.pay(payment);
    world.expectRefused(
      await refusalOf(owing.session.pay({ ...payment, key: `${payment.key}-again` })),
      'The target took money for an invoice on which nothing is due.',
    );
  });
});
