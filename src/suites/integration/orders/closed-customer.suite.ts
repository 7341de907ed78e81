import { describe } from 'vitest';
import type { UnpaidAtClosing } from '../../../model/billing/customer.ts';
import { localDate } from '../../../model/date.ts';
import { moneyAmount, parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'customer.closing'] as const;
const tags = ['@edge', '@risk-high'];
const april = localDate('2026-04-01');
const later = localDate('2026-07-15');

/** Acme has Basic for EUR 30.00 from 1 April on, and Pro for EUR 60.00 from the 11th; on the 12th it is closed. */
async function twoServices(world: World): Promise<OpenContract> {
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april });
  const start = localDate('2026-04-11');
  await contract.session.publish(monthlyPlan('pro', [fee('60.00')]));
  await contract.session.advanceTo(start);
  await orderFor(world, contract, { plan: 'pro', start });
  await contract.session.advanceTo(localDate('2026-04-12'));
  return contract;
}

async function expectDue(
  world: World,
  { session, customerId }: Pick<OpenContract, 'session' | 'customerId'>,
  { due, because }: { readonly due: string; readonly because: string },
): Promise<void> {
  const inForce = (await session.invoices(customerId)).filter(({ status }) => status === 'finalised');
  world.expectMoney({
    measure: 'still to pay',
    expected: parseMoney(due, 'EUR'),
    actual: sumMoney(
      inForce.map((invoice) => invoice.due),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: because,
  });
}

/** Day and total of each invoice: what is credited is no new bill. */
async function bills({ session, customerId }: OpenContract): Promise<readonly string[]> {
  const made = await session.invoices(customerId);
  return made
    .filter(({ status }) => status === 'finalised')
    .map(({ issueDate, due }) => `${issueDate} ${moneyAmount(due)}`);
}

const ways: readonly {
  readonly title: string;
  readonly unpaid: UnpaidAtClosing;
  readonly due: readonly [string, string];
  readonly all: string;
}[] = [
  { title: 'and still owes what is unpaid', unpaid: 'stays', due: ['30.00', '60.00'], all: '90.00' },
  { title: 'and what is unpaid is written off', unpaid: 'written-off', due: ['0.00', '0.00'], all: '0.00' },
  { title: 'and what is unpaid is credited', unpaid: 'credited', due: ['0.00', '0.00'], all: '0.00' },
];

const noMore: CheckOptions = { topic: 'completeness', needs, tags };

describe('A customer who is closed', () => {
  for (const { title, unpaid, due, all } of ways)
    check(`gets no bill any more, ${title}`, noMore, async (world) => {
      const contract = await twoServices(world);
      const { session, customerId } = contract;
      await session.closeCustomer(customerId, unpaid);
      const because = 'Closed on 12 April with two bills, of EUR 30.00 and EUR 60.00.';
      await expectDue(world, contract, { due: all, because });
      await session.advanceTo(later);
      await expectDue(world, contract, { due: all, because });
      const expected = [`2026-04-01 ${due[0]}`, `2026-04-11 ${due[1]}`];
      world.expectEqual('bills and what is due of them', expected, await bills(contract));
    });

  check('with a dozen services pays for none of them that is credited', noMore, async (world) => {
    const plan = monthlyPlan('basic', [fee('30.00')]);
    const contract = await openContract(world, { customer: 'Acme', plan, start: april });
    const { session, customerId } = contract;
    for (let more = 2; more <= 12; more += 1)
      await orderFor(world, contract, { plan: 'basic', start: april, key: `${world.checkId}-${more}` });
    await session.advanceTo(localDate('2026-04-02'));
    await session.closeCustomer(customerId, 'credited');
    const because = 'Twelve bills of EUR 30.00 were credited on the second day.';
    await expectDue(world, contract, { due: '0.00', because });
    await session.advanceTo(localDate('2026-05-02'));
    await expectDue(world, contract, { due: '0.00', because });
  });

  check(
    'in a trial never gets one',
    { ...noMore, needs: [...needs, 'subscription.trial'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('30.00')]);
      const order = { trialDays: 14 };
      const contract = await openContract(world, { customer: 'Acme', plan, start: april, order });
      const { session, customerId } = contract;
      await session.advanceTo(localDate('2026-04-10'));
      await session.closeCustomer(customerId, 'stays');
      await session.advanceTo(later);
      await expectDue(world, contract, { due: '0.00', because: 'Closed before the trial was over.' });
    },
  );

  check('owes only what was not paid', { ...noMore, needs: [...needs, 'payment'] }, async (world) => {
    const contract = await twoServices(world);
    const { session, customerId } = contract;
    const [first] = await session.invoices(customerId);
    if (first !== undefined)
      await session.pay({ key: `${world.checkId}-pay`, invoiceId: first.id, amount: first.due });
    await session.closeCustomer(customerId, 'stays');
    await session.advanceTo(later);
    await expectDue(world, contract, { due: '60.00', because: 'EUR 30.00 of EUR 90.00 were paid.' });
  });

  for (const [unpaid, words] of [
    ['credited', 'nothing of it is credited'],
    ['written-off', 'nothing of it is written off'],
  ] as const)
    check(
      `keeps what is paid: ${words}`,
      { ...noMore, needs: [...needs, 'payment', 'balance'] },
      async (world) => {
        const contract = await twoServices(world);
        const { session, customerId } = contract;
        const [first] = await session.invoices(customerId);
        if (first !== undefined)
          await session.pay({ key: `${world.checkId}-pay`, invoiceId: first.id, amount: first.due });
        await session.closeCustomer(customerId, unpaid);
        await session.advanceTo(later);
        const because = 'EUR 30.00 were paid, and EUR 60.00 are given up.';
        await expectDue(world, contract, { due: '0.00', because });
        await expectBalance(world, contract, { amount: parseMoney('0.00', 'EUR'), because });
        if (world.can('credit-note'))
          world.expectEqual(
            'credit notes',
            unpaid === 'credited' ? ['60.00'] : [],
            (await session.creditNotes(customerId)).map(({ total }) => moneyAmount(total)),
          );
      },
    );

  check(
    'with an add-on and with a service that was about to end gets no bill any more',
    { ...noMore, needs: [...needs, 'subscription.add-on', 'subscription.cancel'] },
    async (world) => {
      const contract = await twoServices(world);
      const { session, customerId, subscription } = contract;
      const start = localDate('2026-04-12');
      await session.publish(monthlyPlan('backup', [fee('5.00')]));
      await orderFor(world, contract, { plan: 'backup', start, addOnTo: subscription.id });
      const ending = await orderFor(world, contract, { plan: 'basic', start });
      await session.cancel(ending.id, { kind: 'date', date: localDate('2026-06-20') });
      const before = (await session.invoices(customerId)).length;
      await session.closeCustomer(customerId, 'stays');
      await session.advanceTo(later);
      world.expectEqual('bills since', before, (await session.invoices(customerId)).length);
    },
  );

  check('has no service that goes on', noMore, async (world) => {
    const contract = await twoServices(world);
    const { session, customerId, subscription } = contract;
    const third = await orderFor(world, contract, { plan: 'basic', start: localDate('2026-04-12') });
    await session.closeCustomer(customerId, 'stays');
    await session.advanceTo(later);
    for (const [which, { id }] of [
      ['first', subscription],
      ['last', third],
    ] as const) {
      const { end } = await session.subscription(id);
      world.expectThat(
        end !== null && end <= later,
        `Found the ${which} service of the closed customer ending on ${end}, expected a day up to ${later}.`,
      );
    }
  });

  check('twice is closed once', { ...noMore, topic: 'idempotency' }, async (world) => {
    const contract = await twoServices(world);
    const { session, customerId } = contract;
    await session.closeCustomer(customerId, 'credited');
    const answer = await refusalOf(session.closeCustomer(customerId, 'credited'));
    if (answer !== 'accepted') world.expectRefused(answer, 'The second time was not refused as such.');
    await session.advanceTo(later);
    await expectDue(world, contract, { due: '0.00', because: 'Both bills were credited, once.' });
    const expected = ['2026-04-01 0.00', '2026-04-11 0.00'];
    world.expectEqual('bills and what is due of them', expected, await bills(contract));
  });

  check('orders nothing any more', { ...noMore, topic: 'order-to-cash' }, async (world) => {
    const contract = await twoServices(world);
    const { session, customerId } = contract;
    await session.closeCustomer(customerId, 'written-off');
    const start = localDate('2026-04-20');
    await session.advanceTo(start);
    const answer = await refusalOf(orderFor(world, contract, { plan: 'pro', start }));
    world.expectRefused(answer, 'An order of a customer who is closed was taken.');
    await session.advanceTo(later);
    await expectDue(world, contract, { due: '0.00', because: 'Nothing was ordered since.' });
  });
});
