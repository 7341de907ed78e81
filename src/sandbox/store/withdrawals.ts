import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { textOf } from './columns.ts';

/** The days from which on the plan was not sold any more, earliest first. */
export function withdrawalsOf(context: Context, plan: string): readonly LocalDate[] {
  return context.store
    .all(
      'SELECT from_day FROM plan_withdrawals WHERE tenant = ? AND plan = ? ORDER BY from_day',
      context.tenantId,
      plan,
    )
    .map((row) => localDate(textOf(row, 'from_day')));
}

/** Told again for the same day changes nothing. */
export function saveWithdrawal(context: Context, plan: string, from: LocalDate): void {
  context.store.run(
    'INSERT OR IGNORE INTO plan_withdrawals (tenant, plan, from_day) VALUES (?, ?, ?)',
    context.tenantId,
    plan,
    from,
  );
}
