import type { Subscription } from '../../model/billing/subscription.ts';
import { addDays, localDate } from '../../model/date.ts';
import { formatMoney, parseMoney } from '../../model/money.ts';
import type { Capability } from '../../target/capability.ts';
import type { BillingSession } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { fee, metered, monthlyPlan } from '../drawn/customer-history.ts';
import { ExpectationFailed, ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import { accountShown, expectSameAccount } from './account-shown.ts';

/** A customer with two services that are alike in all but their ids. */
export interface Household {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly one: Subscription;
  readonly other: Subscription;
  /** No other customer's keys begin with it. */
  readonly key: string;
}

/** Something that is done to one of them alone. */
export interface Deed {
  readonly what: string;
  readonly needs: Capability;
  readonly act: (household: Household) => Promise<unknown>;
}

export const householdStart = localDate('2026-04-01');

/** The day on which things are done. */
export const deedDay = localDate('2026-04-10');

/** Two services of EUR 30.00 a month, with calls at EUR 1.00 where the target knows usage, since 1 April. */
export async function openHousehold(world: World, session: BillingSession, name: string): Promise<Household> {
  const member = castMember('Acme');
  if (member === null) throw new ScenarioDefect('Acme is not in the cast.');
  const { country, currency, timeZone } = member;
  const key = `${world.checkId}-${name}`;
  const { id: customerId } = await session.createCustomer({ key, name: 'Acme', country, currency, timeZone });
  const order = (which: string) =>
    session.subscribe({
      key: `${key}-${which}`,
      customerId,
      plan: 'basic',
      start: householdStart,
      quantity: '1',
      billing: 'anniversary',
    });
  return { session, customerId, one: await order('one'), other: await order('other'), key };
}

export async function openStreet(world: World): Promise<BillingSession> {
  const session = await world.target(householdStart);
  const calls = world.can('usage') && world.can('price.per-unit');
  const usage = calls ? [metered('calls', { kind: 'per-unit', unit: '1.00' })] : [];
  await session.publish(monthlyPlan('basic', [fee('30.00'), ...usage]));
  await session.publish(monthlyPlan('pro', [fee('60.00'), ...usage]));
  return session;
}

/** Long enough for two more bills. */
const laterDays = 55;

/** Each deed to one of two services of a customer of its own; the other one goes on as that of a customer to whom nothing happened. */
export async function expectOtherServiceUntouched(world: World, deeds: readonly Deed[]): Promise<void> {
  const session = await openStreet(world);
  const possible = deeds.filter(({ needs }) => world.can(needs));
  const quiet = await openHousehold(world, session, 'quiet');
  const households = [];
  for (const [index, { what }] of possible.entries())
    households.push({ what, household: await openHousehold(world, session, `deed-${index}`) });
  await session.advanceTo(deedDay);
  for (const [index, { act }] of possible.entries()) {
    const done = households[index];
    if (done !== undefined) await act(done.household);
  }
  await session.advanceTo(addDays(deedDay, laterDays));
  const usual = await serviceShown(quiet, quiet.other);
  world.expectThat(usual.lines.length > 1, 'Found less than two lines for a service of two months.');
  for (const { what, household } of households)
    world.expectEqual(
      `the other service after ${what}`,
      usual,
      await serviceShown(household, household.other),
    );
}

/** What a customer sees of one service. */
async function serviceShown({ session, customerId }: Household, { id }: Subscription) {
  const { state, end, plan, quantity, currentPeriod } = await session.subscription(id);
  const invoices = (await session.invoices(customerId)).filter(({ status }) => status === 'finalised');
  const lines = invoices.flatMap(({ issueDate, lines: all }) =>
    all
      .filter(({ subscriptionId }) => subscriptionId === id)
      .map(({ charge, period, quantity: units, net, discount }) => [
        issueDate,
        charge,
        period,
        units,
        formatMoney(net),
        discount === undefined ? '' : formatMoney(discount),
      ]),
  );
  // In which order things stand that are billed on one day is nobody's business here.
  const inOrder = lines.map((line) => JSON.stringify(line)).toSorted();
  return { state, end, plan, quantity, currentPeriod, lines: inOrder };
}

/** All deeds, each to a customer of its own, in one world; someone to whom nothing was done is as he would be in a world without them. */
export async function expectOtherCustomerUntouched(world: World, deeds: readonly Deed[]): Promise<void> {
  const crowded = await openStreet(world);
  const bystander = await openSettled(world, crowded, 'bystander');
  const possible = deeds.filter(({ needs }) => world.can(needs));
  for (const [index, { what, act }] of possible.entries()) {
    const household = await openSettled(world, crowded, `deed-${index}`);
    const before = await accountShown(world, contractOf(bystander));
    await act(household);
    expectSameAccount(world, `of somebody else after ${what}`, [
      before,
      await accountShown(world, contractOf(bystander)),
    ]);
  }
  const empty = await openStreet(world);
  const alone = await openSettled(world, empty, 'alone');
  for (const session of [crowded, empty]) await session.advanceTo(addDays(householdStart, laterDays));
  const usual = await accountShown(world, contractOf(alone));
  world.expectThat(usual.invoices.length > 1, 'Found less than two invoices in two months.');
  expectSameAccount(world, 'of somebody else later, against one in a world where nothing was done', [
    usual,
    await accountShown(world, contractOf(bystander)),
  ]);
}

/** A household that paid a part of what it owes, and has a little of everything that a target knows. */
async function openSettled(world: World, session: BillingSession, name: string): Promise<Household> {
  const household = await openHousehold(world, session, name);
  const { customerId, key } = household;
  const [invoice] = await session.invoices(customerId);
  if (invoice === undefined)
    throw new ExpectationFailed(['Found no invoice of the first day, expected one.']);
  const amount = parseMoney('12.00', 'EUR');
  if (world.can('payment')) await session.pay({ key: `${key}-pay`, invoiceId: invoice.id, amount });
  if (world.can('credit-note')) {
    const part = { kind: 'lines', lines: [{ line: 0, net: parseMoney('3.00', 'EUR') }] } as const;
    await session.creditNote({ key: `${key}-note`, invoiceId: invoice.id, part, reason: 'goodwill' });
  }
  if (world.can('wallet')) {
    const terms = { name: 'prepaid', rate: '1', priority: 1, expires: null, charges: null };
    const { id: walletId } = await session.openWallet({ key: `${key}-wallet`, customerId, ...terms });
    await session.topUpWallet({ key: `${key}-top-up`, walletId, credits: '20' });
  }
  return household;
}

function contractOf({ session, customerId, one }: Household) {
  return { session, customerId, subscription: one };
}
