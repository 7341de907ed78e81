import { describe } from 'vitest';
import { addDays, type LocalDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import {
  expectLevelOfDay,
  lastDay,
  latePayer,
  threeLevels,
} from '../../../scenario/situations/late-payer.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'payment', 'dunning'] as const;
const topic = 'payment' as const;

describe('Who had no service any more and has paid since', () => {
  check(
    'is on the level of his debts, and has service, after each thing that is written and taken back',
    {
      topic,
      needs: [...needs, 'credit-note', 'balance', 'invoice.void'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const owing = await latePayer(world, threeLevels);
      const { session, customerId, invoice } = owing;
      const day = addDays(lastDay(owing), 25);
      await session.advanceTo(day);
      const key = `${world.checkId}-`;
      const note = (part: string) =>
        session.creditNote({
          key: `${key}note-${part}`,
          invoiceId: invoice.id,
          part: { kind: 'lines', lines: [{ line: 0, net: eur(part) }] },
          reason: 'goodwill',
        });
      const takeBack = async () => {
        const notes = (await session.creditNotes(customerId)).filter(({ status }) => status === 'issued');
        await session.voidCreditNote(`${key}back-${notes[0]?.number}`, notes[0]?.id ?? '');
      };
      const pay = (amount: string) =>
        session.pay({ key: `${key}pay-${amount}`, invoiceId: invoice.id, amount: eur(amount) });
      // What is owed after each of them, and so whether he is dunned, is the target's own word.
      for (const act of [
        () => note('30.00'),
        takeBack,
        () => pay('60.00'),
        () => note('40.00'),
        takeBack,
        () => pay('40.00'),
        () => note('10.00'),
        takeBack,
        () => session.voidInvoice(`${key}void`, invoice.id),
      ]) {
        await act();
        await expectLevelOfDay(world, owing, { day, policy: threeLevels });
      }
    },
  );
});

/** What a customer may do with what he has, whether he owes anything or not. */
interface Deed {
  readonly needs: CheckOptions['needs'];
  readonly go: (
    contract: OpenContract,
    at: { readonly key: string; readonly date: LocalDate },
  ) => Promise<unknown>;
}

const deeds: readonly Deed[] = [
  {
    needs: ['subscription.change'],
    go: ({ session, subscription }, { date }) =>
      session.changePlan(subscription.id, 'pro', { kind: 'date', date }),
  },
  {
    needs: ['subscription.quantity'],
    go: ({ session, subscription }, { date }) =>
      session.changeQuantity(subscription.id, '2', { kind: 'date', date }),
  },
  {
    needs: [],
    go: ({ session, customerId }, { key, date: start }) =>
      session.subscribe({ key, customerId, plan: 'pro', start, quantity: '1', billing: 'anniversary' }),
  },
  {
    needs: ['payment.gateway'],
    go: ({ session, customerId }) =>
      session.setPaymentMethod(customerId, { behaviour: 'declines-soft', collection: 'manual' }),
  },
  {
    needs: ['invoice.charge'],
    go: ({ session, customerId }, { key, date }) =>
      session.charge({ key, customerId, text: 'Training', amount: eur('5.00'), date }),
  },
  {
    needs: ['subscription.pause'],
    go: ({ session, subscription }, { date }) => session.pause(subscription.id, { kind: 'date', date }),
  },
];

describe('Who has no service any more', () => {
  check(
    'has none whatever he does with what he has, as long as he owes what he owes',
    { topic, needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const yearly = { interval: { unit: 'year', count: 1 } } as const;
      const plan = monthlyPlan('basic', [fee('100.00')], yearly);
      const contract = await openContract(world, { customer: 'Acme', plan, start: billingStart });
      const { session, customerId } = contract;
      await session.publish(monthlyPlan('pro', [fee('200.00')], yearly));
      await session.setDunningPolicy(threeLevels);
      const [invoice] = await session.invoices(customerId);
      let date = addDays(invoice?.dueDate ?? billingStart, 25);
      for (const [index, { needs: also, go }] of deeds.entries()) {
        if (!also.every((one) => world.can(one))) continue;
        await session.advanceTo(date);
        await go(contract, { key: `${world.checkId}-${index}`, date });
        await expectLevelOfDay(world, contract, { day: date, policy: threeLevels });
        date = addDays(date, 1);
      }
      const { level, isSuspended } = await session.dunning(customerId);
      world.expectEqual('level and suspension in the end', ['stop', true], [level, isSuspended]);
    },
  );
});

type Settle = (owing: LateDebtor, key: string) => Promise<unknown>;
type LateDebtor = Awaited<ReturnType<typeof latePayer>>;

const noteOf =
  (amount: string): Settle =>
  ({ session, invoice }, key) => {
    const part = { kind: 'lines', lines: [{ line: 0, net: eur(amount) }] } as const;
    return session.creditNote({ key, invoiceId: invoice.id, part, reason: 'goodwill' });
  };
const payOf =
  (amount: string): Settle =>
  ({ session, invoice }, key) =>
    session.pay({ key, invoiceId: invoice.id, amount: eur(amount) });

const firsts = { 'is paid': payOf('60.00'), 'is credited': noteOf('60.00') } as const;
const rests = {
  'is paid': payOf('40.00'),
  'is credited': noteOf('40.00'),
  'is written off': ({ session, invoice }, key) => session.writeOff(key, invoice.id),
} as const satisfies Readonly<Record<string, Settle>>;

describe('A debt of which a part', () => {
  for (const [first, settleFirst] of Object.entries(firsts))
    for (const [rest, settleRest] of Object.entries(rests))
      check(
        `${first} and the rest ${rest} is dunned for the rest until then, and never again`,
        { topic, needs: [...needs, 'credit-note', 'payment.write-off'], tags: ['@edge', '@risk-high'] },
        async (world) => {
          const owing = await latePayer(world, threeLevels);
          const { session } = owing;
          const day = addDays(lastDay(owing), 25);
          await session.advanceTo(day);
          await settleFirst(owing, `${world.checkId}-first`);
          await expectLevelOfDay(world, owing, { day, policy: threeLevels });
          await settleRest(owing, `${world.checkId}-rest`);
          await expectLevelOfDay(world, owing, { day, policy: threeLevels });
          await session.advanceTo(addDays(day, 9));
          await expectLevelOfDay(world, owing, { day: addDays(day, 9), policy: threeLevels });
        },
      );
});
