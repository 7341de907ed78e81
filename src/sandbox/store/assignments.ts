import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { countOf, textOf } from './columns.ts';

/** One state of a subscription: from `start` on it is on the plan with that quantity, in periods counted from `anchor`. */
export interface Assignment {
  /** From 0; each change makes the next. */
  readonly number: number;
  readonly plan: string;
  readonly start: LocalDate;
  readonly anchor: LocalDate;
  readonly quantity: string;
  /** Nothing recurring is billed while it is paused. */
  readonly state: 'active' | 'paused';
}

export function insertAssignment(context: Context, subscriptionId: string, assignment: Assignment): void {
  context.store.run(
    `INSERT INTO assignments (tenant, subscription, number, plan, start, anchor, quantity, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    subscriptionId,
    assignment.number,
    assignment.plan,
    assignment.start,
    assignment.anchor,
    assignment.quantity,
    assignment.state,
  );
}

/** Takes back changes that were planned for later than `date`, and answers how many; the first state stays. */
export function dropAssignmentsAfter(context: Context, subscriptionId: string, date: LocalDate): number {
  return context.store.run(
    'DELETE FROM assignments WHERE tenant = ? AND subscription = ? AND number > 0 AND start > ?',
    context.tenantId,
    subscriptionId,
    date,
  );
}

export function assignmentsOf(context: Context, subscriptionId: string): readonly Assignment[] {
  return context.store
    .all(
      'SELECT * FROM assignments WHERE tenant = ? AND subscription = ? ORDER BY number',
      context.tenantId,
      subscriptionId,
    )
    .map((row) => ({
      number: countOf(row, 'number'),
      plan: textOf(row, 'plan'),
      start: localDate(textOf(row, 'start')),
      anchor: localDate(textOf(row, 'anchor')),
      quantity: textOf(row, 'quantity'),
      state: textOf(row, 'state') === 'paused' ? 'paused' : 'active',
    }));
}
