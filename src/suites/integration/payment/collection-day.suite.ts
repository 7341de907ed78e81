import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { expectedInterest } from '../../../oracle/payment/expected-dunning.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectMoneyAgrees } from '../../../scenario/drawn/money-agreement.ts';
import { dunningLevel, lastDay, latePayer, threeLevels } from '../../../scenario/situations/late-payer.ts';
import { debtor, eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'payment', 'dunning'] as const;
const collected = [...needs, 'payment.gateway', 'payment.collect'] as const;
const topic = 'payment' as const;
const tags = ['@edge', '@risk-high'];

describe('What is collected automatically', () => {
  check('is what is left where a part was paid by hand', { topic, needs: collected, tags }, async (world) => {
    const owing = await latePayer(world, { ...threeLevels, firstAttempt: 'due-date' });
    const { session, customerId, invoice } = owing;
    await session.pay({ key: `${world.checkId}-part`, invoiceId: invoice.id, amount: eur('40.00') });
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
    await session.advanceTo(addDays(lastDay(owing), 3));
    world.expectEqual('left to pay', eur('0.00'), (await session.invoice(invoice.id)).due);
    await expectMoneyAgrees(world, owing, eur('100.00'));
  });

  check('are all invoices of a day', { topic, needs: collected, tags }, async (world) => {
    const owing = await latePayer(world, { ...threeLevels, firstAttempt: 'due-date' });
    const { session, customerId, invoice } = owing;
    const plan = monthlyPlan('second', [fee('30.00')], { interval: { unit: 'year', count: 1 } });
    await session.publish(plan);
    const order = { customerId, plan: 'second', quantity: '1', billing: 'anniversary' } as const;
    await session.subscribe({ key: `${world.checkId}-2`, ...order, start: invoice.issueDate });
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
    await session.advanceTo(lastDay(owing));
    await expectMoneyAgrees(world, owing, eur('130.00'));
  });

  check('on its day is not reminded of on that day', { topic, needs: collected, tags }, async (world) => {
    const policy = {
      ...threeLevels,
      ageFrom: 'issue-date',
      firstAttempt: 'due-date',
      levels: [dunningLevel('reminder', 14, { suspends: true })],
    } as const;
    const owing = await latePayer(world, policy);
    const { session, customerId } = owing;
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
    await session.advanceTo(addDays(lastDay(owing), 2));
    await expectMoneyAgrees(world, owing, eur('100.00'));
    const { reminders, isSuspended } = await session.dunning(customerId);
    world.expectEqual('reminders and suspension', [[], false], [reminders, isSuspended]);
  });
});

describe('Interest', () => {
  check(
    'is charged on each invoice that is overdue, for its own days, and earned when it is charged',
    { topic, needs: [...needs, 'dunning.charges'], tags },
    async (world) => {
      // Due on 15 January and 15 February; the level is reached on 26 February.
      const owing = await debtor(world, '1000.00');
      const { session, customerId } = owing;
      const levels = [dunningLevel('warning', 42, { interestPercent: '9' })];
      await session.setDunningPolicy({ ...threeLevels, levels });
      await session.advanceTo(localDate('2026-02-27'));
      const [first, second] = await session.invoices(customerId);
      const day = addDays(first?.dueDate ?? localDate('2026-01-15'), 42);
      const interest = [first, second].map((invoice) =>
        expectedInterest(eur('1000.00'), '9', {
          from: invoice?.dueDate ?? day,
          to: day,
          rounding: world.profile.roundingMode,
        }),
      );
      const minor = interest.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      const { charges } = await session.dunning(customerId);
      const [charge] = charges;
      world.expectMoney({
        measure: 'interest of both invoices',
        expected: { currency: 'EUR', amountMinor: minor },
        actual: charge?.interest ?? eur('0.00'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'Both invoices are late, each since its own day.',
      });
      if (!world.can('revenue-schedule') || charge === undefined) return;
      const late = (await session.invoices(customerId)).find(
        ({ issueDate, total }) => issueDate === day && total.amountMinor === minor,
      );
      const months = (await session.revenueSchedule(late?.id ?? '')).map(({ month }) => month);
      world.expectEqual('month in which it is earned', ['2026-02-01'], months);
    },
  );
});
