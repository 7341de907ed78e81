import { moneyOf } from '../../model/money.ts';
import { type AccountLife, done, keyOf } from './account-act.ts';
import { dayWithinMonth } from './days-of-account.ts';

/** From today on, with the months of the plan. */
export async function addOn(life: AccountLife): Promise<boolean> {
  const { session, customerId, subscription } = life.contract;
  const start = await dayWithinMonth(life);
  if (start === null) return false;
  const order = { key: keyOf(life), customerId, plan: life.plans.extra, start, quantity: '1' };
  const added = session.subscribe({ ...order, billing: 'anniversary', addOnTo: subscription.id });
  if (!(await done(life, added))) return false;
  const { id } = await added;
  life.started.push(id);
  life.addOns.push(id);
  return true;
}

export async function endOfAddOn(life: AccountLife): Promise<boolean> {
  const { session } = life.contract;
  const date = await dayWithinMonth(life);
  if (date === null || life.addOns.length === 0) return false;
  const id = life.faker.helpers.arrayElement(life.addOns);
  return done(life, session.cancel(id, { kind: 'date', date }));
}

/** The running month ends today, and the next ones begin on this day. One that was planned would give way to any other change. */
export async function otherBillDay(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  const from = await dayWithinMonth(life);
  const day = Number(from?.slice(8));
  // A day that not every month has is another matter.
  if (from === null || day > 28) return false;
  if (!(await done(life, session.changeBillDay(subscription.id, { day, from })))) return false;
  life.firstDay = from;
  return true;
}

/** From now on usage is billed whenever a month comes to so much; none ends that. */
export async function otherThresholds(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  const lists = [[200n], [500n, 3_000n], []];
  const thresholds = life.faker.helpers.arrayElement(lists).map((minor) => moneyOf(minor, life.currency));
  return done(life, session.setThresholds(subscription.id, thresholds));
}
