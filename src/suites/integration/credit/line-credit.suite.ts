import { describe } from 'vitest';
import type { InvoiceLine } from '../../../model/billing/invoice.ts';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'invoice.line-credit'] as const;
const tags = ['@credit', '@edge', '@risk-high'];
const april = localDate('2026-04-01');
const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;

/** EUR 30.00 for April, of which as much was credited on the 5th as stated; Large costs EUR 60.00. */
async function credited(world: World, amounts: readonly string[]): Promise<OpenContract> {
  const session = await world.target(april);
  await session.publish(monthlyPlan('large', [fee('60.00')]));
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april, session });
  await session.advanceTo(localDate('2026-04-05'));
  for (const [index, amount] of amounts.entries())
    await give(world, contract, { amount, key: `part-${index}` });
  return contract;
}

/** The first invoice and its only line, unless told otherwise. */
interface LinePart {
  readonly amount: string;
  readonly key: string;
  readonly invoice?: number;
  readonly line?: (line: InvoiceLine) => boolean;
}

async function give(
  world: World,
  contract: OpenContract,
  { amount, key, invoice = 1, line = () => true }: LinePart,
): Promise<void> {
  const { id: invoiceId, lines } = await nthInvoice(contract, invoice);
  await contract.session.creditLine({
    key: `${world.checkId}-${key}`,
    invoiceId,
    line: lines.findIndex(line),
    amount: parseMoney(amount, 'EUR'),
  });
}

interface BilledDays {
  readonly days: readonly (readonly [day: string, total: string])[];
  readonly because: string;
}

/** What each day was billed, in the order of the days. */
async function expectDays(
  world: World,
  { session, customerId }: OpenContract,
  { days: expected, because }: BilledDays,
): Promise<void> {
  const invoices = await session.invoices(customerId);
  world.expectEqual(
    'days with an invoice',
    expected.map(([day]) => day),
    invoices.map(({ issueDate }) => String(issueDate)),
  );
  for (const [index, [day, total]] of expected.entries())
    world.expectMoney({
      measure: `total of ${day}`,
      expected: parseMoney(total, 'EUR'),
      actual: invoices[index]?.total ?? parseMoney('0.00', 'EUR'),
      nature: total.startsWith('-') ? 'credit' : 'charge',
      customer: 'Acme',
      invoice: invoices[index]?.number ?? day,
      explanation: because,
    });
}

describe('A line that was credited', () => {
  check('in part and then in full is owed no more', { topic: 'credit', needs, tags }, async (world) => {
    const contract = await credited(world, ['10.00', '20.00']);
    const { due } = await nthInvoice(contract, 1);
    world.expectMoney({
      measure: 'left to pay',
      expected: parseMoney('0.00', 'EUR'),
      actual: due,
      nature: 'charge',
      customer: 'Acme',
      explanation: 'EUR 30.00 less EUR 10.00 and EUR 20.00.',
    });
    const more = await refusalOf(give(world, contract, { amount: '0.01', key: 'more' }));
    world.expectRefused(more, 'More was credited than the line came to.');
  });

  check(
    'in full is not billed again, and the next month is',
    { topic: 'credit', needs, tags },
    async (world) => {
      const contract = await credited(world, ['30.00']);
      const made = await contract.session.bill(localDate('2026-04-05'));
      world.expectEqual('invoices of another bill run', 0, made.length);
      await contract.session.advanceTo(localDate('2026-05-15'));
      const because = 'April was billed and credited, May is billed as usual.';
      await expectDays(world, contract, {
        days: [
          ['2026-04-01', '30.00'],
          ['2026-05-01', '30.00'],
        ],
        because,
      });
    },
  );

  for (const { amounts, change, because } of [
    {
      amounts: ['25.00'],
      change: '35.00',
      because: '20 days of Large are EUR 40.00; of Basic EUR 20.00 are unused, of which EUR 5.00 are left.',
    },
    {
      amounts: ['5.00', '10.00'],
      change: '25.00',
      because: '20 days of Large are EUR 40.00; of Basic EUR 20.00 are unused, of which EUR 15.00 are left.',
    },
    {
      amounts: ['5.00'],
      change: '20.00',
      because: '20 days of Large are EUR 40.00; of Basic EUR 20.00 are unused, and EUR 25.00 are left.',
    },
    {
      amounts: ['30.00'],
      change: '40.00',
      because: '20 days of Large are EUR 40.00; of Basic nothing is left to give back.',
    },
  ])
    check(
      `with EUR ${amounts.join(' and ')} and then left for another plan gives back what is left of it, and bills go on`,
      { topic: 'credit', needs: [...needs, 'subscription.change'], tags },
      async (world) => {
        const contract = await credited(world, amounts);
        const { session, subscription } = contract;
        await session.advanceTo(localDate('2026-04-11'));
        await session.changePlan(subscription.id, 'large', on('2026-04-11'));
        await session.advanceTo(localDate('2026-05-15'));
        await expectDays(world, contract, {
          days: [
            ['2026-04-01', '30.00'],
            ['2026-04-11', change],
            ['2026-05-01', '60.00'],
          ],
          because,
        });
      },
    );

  for (const { amounts, net, because } of [
    { amounts: ['10.00'], net: '10.00', because: 'EUR 20.00 are unused, and that much is left.' },
    { amounts: ['25.00'], net: '25.00', because: 'EUR 20.00 are unused, of which EUR 5.00 are left.' },
    { amounts: ['30.00'], net: '30.00', because: 'Nothing is left to give back.' },
  ])
    check(
      `with EUR ${amounts.join(' and ')} and whose subscription ends gives back what is left of it`,
      { topic: 'credit', needs: [...needs, 'subscription.cancel'], tags },
      async (world) => {
        const contract = await credited(world, amounts);
        const { session, subscription } = contract;
        await session.advanceTo(localDate('2026-04-11'));
        await session.cancel(subscription.id, on('2026-04-11'));
        await session.advanceTo(localDate('2026-05-15'));
        await expectBilledInAll(world, contract, { net, because });
      },
    );

  for (const { charge, amount, net, because } of [
    {
      charge: 'support',
      amount: '50.00',
      net: '60.00',
      because: 'Of the fee EUR 20.00 are unused; of the support EUR 40.00, of which EUR 10.00 are left.',
    },
    {
      charge: 'fee',
      amount: '25.00',
      net: '45.00',
      because: 'Of the fee EUR 20.00 are unused, of which EUR 5.00 are left; of the support EUR 40.00.',
    },
  ])
    check(
      `with EUR ${amount} and stands beside another keeps that one out of it: the credit was for the ${charge}`,
      { topic: 'credit', needs: [...needs, 'price.several-fees', 'subscription.cancel'], tags },
      async (world) => {
        const plan = monthlyPlan('both', [fee('30.00'), fee('60.00', 'support')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start: april });
        const { session, subscription } = contract;
        await session.advanceTo(localDate('2026-04-05'));
        await give(world, contract, { amount, key: 'part', line: (line) => line.charge === charge });
        await session.advanceTo(localDate('2026-04-11'));
        await session.cancel(subscription.id, on('2026-04-11'));
        await session.advanceTo(localDate('2026-05-15'));
        await expectBilledInAll(world, contract, { net, because });
      },
    );

  check(
    'after a change, for the rest of the month, gives back what is left of it when the customer leaves',
    { topic: 'credit', needs: [...needs, 'subscription.change', 'subscription.cancel'], tags },
    async (world) => {
      const contract = await credited(world, []);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-11'));
      await session.changePlan(subscription.id, 'large', on('2026-04-11'));
      const line = ({ net }: InvoiceLine) => net.amountMinor > 0n;
      await give(world, contract, { amount: '20.00', key: 'part', invoice: 2, line });
      await session.advanceTo(localDate('2026-04-12'));
      await session.cancel(subscription.id, on('2026-04-12'));
      await session.advanceTo(localDate('2026-05-15'));
      await expectBilledInAll(world, contract, {
        net: '30.00',
        because: 'EUR 30.00 and EUR 20.00; 19 days of Large are EUR 38.00, of which EUR 20.00 were left.',
      });
    },
  );

  check(
    'in part and then paused for ten days gives those back, and bills go on',
    { topic: 'credit', needs: [...needs, 'subscription.pause'], tags },
    async (world) => {
      const contract = await credited(world, ['10.00']);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-11'));
      await session.pause(subscription.id, on('2026-04-11'));
      await session.advanceTo(localDate('2026-04-21'));
      await session.resume(subscription.id, on('2026-04-21'));
      await session.advanceTo(localDate('2026-05-15'));
      await expectBilledInAll(world, contract, {
        net: '50.00',
        because: '20 days of April at EUR 1.00, and May at EUR 30.00.',
      });
    },
  );

  check(
    'for more than is left of it after a change is refused, and bills go on',
    { topic: 'credit', needs: [...needs, 'subscription.change'], tags },
    async (world) => {
      const contract = await credited(world, []);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-11'));
      await session.changePlan(subscription.id, 'large', on('2026-04-11'));
      const answer = await refusalOf(give(world, contract, { amount: '30.00', key: 'late' }));
      await session.advanceTo(localDate('2026-05-15'));
      await expectDays(world, contract, {
        days: [
          ['2026-04-01', '30.00'],
          ['2026-04-11', '20.00'],
          ['2026-05-01', '60.00'],
        ],
        because: 'Half of what a change bills is given back before; May is Large.',
      });
      world.expectRefused(answer, 'EUR 30.00 were credited of a line of which EUR 20.00 were given back.');
    },
  );
});
