import { addDays, localDate } from '../../model/date.ts';
import type { BillingSession } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import { accountShown, expectSameAccount } from './account-shown.ts';
import type { OpenContract } from './open-contract.ts';

/** One of two customers to whom the same happens until something is tried with the first. */
export interface Twin extends OpenContract {
  readonly name: string;
  /** No other customer's keys begin with it. */
  readonly key: string;
}

export interface Twins {
  readonly first: Twin;
  readonly second: Twin;
}

export const twinStart = localDate('2026-04-01');

/** Acme and Kim have Basic for EUR 30.00 a month since 1 April, in one world; Pro for EUR 60.00 is sold, too. */
export async function openTwins(world: World): Promise<Twins> {
  const session = await world.target(twinStart);
  await session.publish(monthlyPlan('basic', [fee('30.00')]));
  await session.publish(monthlyPlan('pro', [fee('60.00')]));
  return { first: await twin(world, session, 'Acme'), second: await twin(world, session, 'Kim') };
}

async function twin(world: World, session: BillingSession, name: string): Promise<Twin> {
  const member = castMember(name);
  if (member === null) throw new ScenarioDefect(`"${name}" is not in the cast.`);
  const { country, currency, timeZone } = member;
  const key = `${world.checkId}-${name}`;
  const { id: customerId } = await session.createCustomer({ key, name, country, currency, timeZone });
  const subscription = await session.subscribe({
    key: `${key}-subscription`,
    customerId,
    plan: 'basic',
    start: twinStart,
    quantity: '1',
    billing: 'anniversary',
  });
  return { session, customerId, subscription, name, key };
}

/** Long enough for two more bills. */
const laterDays = 40;

/** What was refused has to leave no trace that shows only with the next bills. */
export async function expectAlikeLater(world: World, { first, second }: Twins): Promise<void> {
  const { session } = first;
  await session.advanceTo(addDays(await session.today(), laterDays));
  expectSameAccount(
    world,
    `${laterDays} days after what was refused, against one with which nothing was tried`,
    [await accountShown(world, second), await accountShown(world, first)],
  );
}
