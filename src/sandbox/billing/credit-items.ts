import type { CurrencyCode } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { planVersions } from '../store/catalog.ts';
import type { BilledAdvance } from '../store/claims.ts';
import { chargesFor } from './agreed-charges.ts';
import type { DueItem } from './due-item.ts';
import { assignmentEnd, type ServiceHistory } from './segments.ts';

interface Ended {
  readonly plan: string;
  readonly end: LocalDate;
  readonly cause: 'change' | 'pause' | 'cancellation' | 'bill-day';
}

export interface PaidService {
  readonly history: ServiceHistory;
  readonly advances: readonly BilledAdvance[];
  readonly currency: CurrencyCode;
}

/** What was paid in advance for days that are not served any more at that price. */
export function creditItems(
  context: Context,
  { history, advances, currency }: PaidService,
): readonly DueItem[] {
  return advances.flatMap((advance) => {
    const ended = endOf(history, advance.assignment);
    return ended === null ? [] : creditItem(context, history, { advance, ended, currency });
  });
}

function endOf(history: ServiceHistory, number: number): Ended | null {
  const index = history.assignments.findIndex((assignment) => assignment.number === number);
  const end = index < 0 ? null : assignmentEnd(history, index);
  if (end === null) return null;
  const next = history.assignments[index + 1];
  const plan = history.assignments[index]?.plan ?? '';
  if (next === undefined || next.start > end) return { plan, end, cause: 'cancellation' };
  if (next.state === 'paused') return { plan, end, cause: 'pause' };
  const isSameService = next.plan === plan && next.quantity === history.assignments[index]?.quantity;
  return { plan, end, cause: isSameService ? 'bill-day' : 'change' };
}

function creditItem(
  context: Context,
  history: ServiceHistory,
  of: { readonly advance: BilledAdvance; readonly ended: Ended; readonly currency: CurrencyCode },
): readonly DueItem[] {
  const { advance, ended, currency } = of;
  const { whole, index, quantity, assignment } = advance;
  const unused = context.rules.unusedPart({ paid: advance.used, end: ended.end, cause: ended.cause });
  const version = planVersions(context, ended.plan).find(
    (each) => each.effectiveFrom === advance.priceVersion,
  );
  if (version === undefined || unused === null) return [];
  const segment = { assignment, plan: ended.plan, quantity, whole, index, used: unused };
  return chargesFor(context, history.subscription, { version, segment, currency })
    .filter(({ charge }) => charge.code === advance.charge)
    .map(({ charge, factor }) => ({
      key: `${assignment} ${charge.code} credit ${advance.used.from}`,
      kind: 'credit',
      due: ended.end,
      segment: { ...segment, state: 'active', onPlanSince: whole.from, plansBefore: 0 },
      version,
      charge,
      factor,
      terms: context.rules.keepsTerms()
        ? context.procedures.readBilledTerms(context, {
            subscriptionId: history.subscription.id,
            plan: ended.plan,
            charge: charge.code,
            from: advance.used.from,
          })
        : null,
    }));
}
