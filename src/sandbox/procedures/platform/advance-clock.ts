import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, type LocalDate } from '../../../model/date.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { firstFinalisingDay } from '../../store/drafts.ts';
import { dunningPolicyOf } from '../../store/dunning.ts';
import { customersToBill, firstDueDate, subscriptionsStarting } from '../../store/subscriptions.ts';
import { setToday, todayOf } from '../../store/tenants.ts';
import { firstExpiryDay } from '../../store/wallets.ts';

/** Stops on each day on which something falls due and does it there, so that every invoice and posting bears its own day. */
export async function advanceClock(context: Context, to: LocalDate): Promise<void> {
  const start = todayOf(context.store, context.tenantId);
  if (to < start) refuse('to', `Found ${to}, expected ${start} or later: the clock never goes back.`);
  const worked: WorkedDay = { day: null, passes: 0 };
  for (let day = nextStop(context, to, worked); day !== null; day = nextStop(context, to, worked)) {
    const stop = day;
    context.store.transaction(() => billOn(context, stop));
    await context.procedures.finaliseDue(context);
    await context.procedures.doDayWork(context);
    const today = todayOf(context.store, context.tenantId);
    worked.passes = worked.day === today ? worked.passes + 1 : 1;
    worked.day = today;
    // Others who use the sandbox at the same time are answered between two days.
    await nextTurn();
  }
  context.store.transaction(() => moveClock(context, to));
  // What waits for somebody's answer is tried again on a day on which nothing else falls due, too.
  await context.procedures.finaliseDue(context);
  if (worked.day !== to) await context.procedures.doDayWork(context);
}

/** What is still due after so many passes over a day will not be billed on it, whatever holds it up: the next day tries again. */
const passesADayMax = 5;

interface WorkedDay {
  day: LocalDate | null;
  passes: number;
}

/** Whoever duns looks at each day. */
function nextStop(context: Context, to: LocalDate, worked: WorkedDay): LocalDate | null {
  const today = todayOf(context.store, context.tenantId);
  const due = [
    firstDueDate(context, to),
    firstFinalisingDay(context, { after: today, to }),
    firstExpiryDay(context, { after: today, to }),
  ].reduce(earlierOf);
  const tomorrow = addDays(today, 1);
  const isStuck = due !== null && due <= today && worked.day === today && worked.passes >= passesADayMax;
  if (isStuck) return tomorrow <= to ? tomorrow : null;
  if (today >= to || dunningPolicyOf(context) === null) return due;
  return due !== null && due < tomorrow ? due : tomorrow;
}

function earlierOf(left: LocalDate | null, right: LocalDate | null): LocalDate | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

function billOn(context: Context, due: LocalDate): void {
  moveClock(context, due);
  const day = todayOf(context.store, context.tenantId);
  for (const customerId of customersToBill(context, due)) {
    context.procedures.billCustomer(context, { customerId, subscriptionId: null, date: day });
  }
}

function moveClock(context: Context, to: LocalDate): void {
  const before = todayOf(context.store, context.tenantId);
  if (to <= before) return;
  setToday(context.store, context.tenantId, to);
  context.procedures.expireWallets(context, to);
  for (const objectId of subscriptionsStarting(context, before, to)) {
    context.procedures.emitEvent(context, { kind: 'subscription.started', objectId });
  }
}
