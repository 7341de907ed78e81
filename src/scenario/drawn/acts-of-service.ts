import { addDays, instant, localDate } from '../../model/date.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import { refusalOf } from '../billing-session.ts';
import { type AccountLife, done, keyOf } from './account-act.ts';
import { expectAsAnnounced, expectCreditUsed, issuedOn } from './account-looks.ts';
import { walletForAll } from './acts-of-credits.ts';
import { letGo } from './acts-of-review.ts';
import { dayWithinMonth, nextMonthBegins } from './days-of-account.ts';

export const meter = 'calls';

/** Up to the next bill, which has to be the one that was announced, and on to the end of 31 days. */
export async function month(life: AccountLife): Promise<boolean> {
  const { world, contract, bills } = life;
  const { session, customerId } = contract;
  const today = await session.today();
  const day = nextMonthBegins(life, today);
  const isAnnounced = bills === 'come' && world.can('preview.invoice');
  const announced = isAnnounced ? await session.previewInvoice(customerId, day) : null;
  await session.advanceTo(day);
  const issued = await issuedOn(contract, day);
  if (announced !== null) expectAsAnnounced(world, announced, issued);
  if (issued !== undefined) await expectCreditUsed(world, contract, { issued, walletName: walletForAll });
  await session.advanceTo(addDays(today, 31));
  if (bills === 'wait' && life.faker.datatype.boolean(0.5)) await letGo(life);
  return true;
}

export async function seats(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  const date = await dayWithinMonth(life);
  if (date === null) return false;
  const quantity = String(life.faker.number.int({ min: 1, max: 9 }));
  return done(life, session.changeQuantity(subscription.id, quantity, { kind: 'date', date }));
}

/** From the small plan to the large one and back. */
export async function otherPlan(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  const date = await dayWithinMonth(life);
  if (date === null) return false;
  const { plan } = await session.subscription(subscription.id);
  const { small, large } = life.plans;
  const next = plan === small ? large : small;
  return done(life, session.changePlan(subscription.id, next, { kind: 'date', date }));
}

/** Some days without service go by, over before the next month of the plan begins. */
export async function breakOf(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  const from = await dayWithinMonth(life);
  if (from === null) return false;
  const to = addDays(from, life.faker.number.int({ min: 1, max: 9 }));
  if (to >= nextMonthBegins(life, from)) return false;
  if (!(await done(life, session.pause(subscription.id, { kind: 'date', date: from })))) return false;
  const isDone = await done(life, session.resume(subscription.id, { kind: 'date', date: to }));
  await session.advanceTo(to);
  return isDone;
}

/** Counted yesterday, which some of it comes too late for: that month of the plan is billed already. */
export async function use(life: AccountLife): Promise<boolean> {
  const { faker, contract } = life;
  const { session, customerId } = contract;
  const today = await session.today();
  const quantity = faker.helpers.arrayElement(['1', '40', '2.5', '1000']);
  const event = {
    id: keyOf(life),
    customerId,
    meter,
    quantity,
    at: instant(`${addDays(today, -1)}T12:00:00Z`),
  };
  const [result] = await session.sendUsage([event]);
  return result?.outcome === 'accepted';
}

/** The last month that is over; what belongs there from then on is booked later. */
export async function closeMonth({ contract }: AccountLife): Promise<boolean> {
  const { session } = contract;
  const lastOver = monthsAfter(localDate(`${(await session.today()).slice(0, 7)}-01`), -1);
  // What is closed already stays closed; a target may say so.
  return (await refusalOf(session.closePeriod(lastOver))) === 'accepted';
}
