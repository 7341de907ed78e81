import { type AccountLife, done, keyOf } from './account-act.ts';
import { nextMonthBegins } from './days-of-account.ts';

/** Nothing is billed, whatever falls due, until the bills are let go: by the next such act, or when a month is over. */
export async function hold(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  if (life.bills === 'wait') return letGo(life);
  const isDone = await done(life, session.holdInvoices(customerId));
  if (isDone) life.bills = 'wait';
  return isDone;
}

/** All that waits is billed, and what is billed next waits for nobody. */
export async function letGo(life: AccountLife): Promise<boolean> {
  const { world, contract } = life;
  const { session, customerId } = contract;
  if (world.can('invoice.draft')) await session.reviewInvoices(customerId, { kind: 'none' });
  if (world.can('invoice.hold')) await done(life, session.releaseInvoices(customerId));
  const drafts = world.can('invoice.draft') ? await session.drafts(customerId) : [];
  // Late usage goes on the first of them, and another one may be left with nothing.
  for (const { id } of drafts) await done(life, session.finalise(`${keyOf(life)}-${id}`, id));
  life.bills = 'come';
  return true;
}

/** By hand, or for some days, until the bills are let go. */
export async function review(life: AccountLife): Promise<boolean> {
  const { world, contract, faker } = life;
  const { session, customerId } = contract;
  if (life.bills === 'wait') return letGo(life);
  const days = faker.number.int({ min: 1, max: 9 });
  const byDays = world.can('invoice.draft-days') && faker.datatype.boolean(0.5);
  const isDone = await done(
    life,
    session.reviewInvoices(customerId, byDays ? { kind: 'days', days } : { kind: 'by-hand' }),
  );
  if (isDone) life.bills = 'wait';
  return isDone;
}

/** Where none waits, the next bill does. */
export async function finalise(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  if ((await session.drafts(customerId)).length === 0) {
    await session.reviewInvoices(customerId, { kind: 'by-hand' });
    life.bills = 'wait';
    await session.advanceTo(nextMonthBegins(life, await session.today()));
  }
  const [draft] = life.faker.helpers.arrayElements([...(await session.drafts(customerId))], 1);
  if (draft === undefined) return false;
  return done(life, session.finalise(keyOf(life), draft.id));
}
