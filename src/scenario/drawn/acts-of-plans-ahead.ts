import type { Planned, Timing } from '../../model/billing/subscription.ts';
import { addDays } from '../../model/date.ts';
import { refusalOf } from '../billing-session.ts';
import { type AccountLife, done, keyOf } from './account-act.ts';
import { dayWithinMonth } from './days-of-account.ts';

const withNextMonth: Timing = { kind: 'period-end' };

/** From the small plan to the large one and back, with the next month. What is planned already is taken back. */
export async function otherPlanAhead(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  if ((await dayWithinMonth(life)) === null) return false;
  if (await isTakenBack(life, 'change')) return true;
  const { plan } = await session.subscription(subscription.id);
  const { small, large } = life.plans;
  const next = plan === small ? large : small;
  return done(life, session.changePlan(subscription.id, next, withNextMonth));
}

/** What is planned already is taken back, whether it is of the seats or of the plan. */
export async function seatsAhead(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  if ((await dayWithinMonth(life)) === null) return false;
  if (await isTakenBack(life, 'change')) return true;
  const quantity = String(life.faker.number.int({ min: 1, max: 9 }));
  return done(life, session.changeQuantity(subscription.id, quantity, withNextMonth));
}

/** With the running month. An end that is planned already is taken back. */
export async function endAhead(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  if ((await dayWithinMonth(life)) === null) return false;
  if (await isTakenBack(life, 'cancellation')) return true;
  return done(life, session.cancel(subscription.id, withNextMonth));
}

async function isTakenBack({ world, contract }: AccountLife, what: Planned): Promise<boolean> {
  if (!world.can('subscription.undo')) return false;
  return (await refusalOf(contract.session.undo(contract.subscription.id, what))) === 'accepted';
}

/** He leaves, unless he did, and buys the small plan again within days. */
export async function comeBack(life: AccountLife): Promise<boolean> {
  const { session, customerId, subscription } = life.contract;
  const date = await dayWithinMonth(life);
  if (date === null) return false;
  const { state } = await session.subscription(subscription.id);
  const leaves = state !== 'cancelled';
  if (leaves && !(await done(life, session.cancel(subscription.id, { kind: 'date', date })))) return false;
  await session.advanceTo(addDays(date, life.faker.number.int({ min: 0, max: 5 })));
  const start = await session.today();
  const order = { key: keyOf(life), customerId, plan: life.plans.small, start, quantity: '1' };
  const again = session.subscribe({ ...order, billing: 'anniversary' });
  if (!(await done(life, again))) return false;
  const returned = await again;
  life.contract = { ...life.contract, subscription: returned };
  life.started.push(returned.id);
  life.firstDay = start;
  return true;
}
