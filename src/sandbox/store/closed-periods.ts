import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { textOf } from './columns.ts';

/** The last day into which nothing is posted any more; null while no month was closed. */
export function closedTo(context: Context): LocalDate | null {
  const row = context.store.first('SELECT closed_to FROM closed_periods WHERE tenant = ?', context.tenantId);
  return row === null ? null : localDate(textOf(row, 'closed_to'));
}

export function setClosedTo(context: Context, day: LocalDate): void {
  context.store.run(
    'INSERT OR REPLACE INTO closed_periods (tenant, closed_to) VALUES (?, ?)',
    context.tenantId,
    day,
  );
}
