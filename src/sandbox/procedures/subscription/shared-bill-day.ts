import type { NewSubscription } from '../../../model/billing/subscription.ts';
import type { LocalDate } from '../../../model/date.ts';
import { intervalOf } from '../../billing/segments.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';

/** From which day the periods of an order are counted that goes by the customer's bill day. */
export function sharedBillDay(
  context: Context,
  { addOnTo, billing, customerId, plan }: NewSubscription,
  own: LocalDate,
): LocalDate {
  const { unit } = intervalOf(context, plan);
  if (addOnTo !== undefined || billing === 'calendar' || unit !== 'month')
    refuse(
      'sharesBillDay',
      'Found an add-on, an order by the calendar or one that is not billed by the month, expected one with a day of the month.',
    );
  const earlier = subscriptionsOf(context, customerId).flatMap(({ id, agreement }) =>
    assignmentsOf(context, id)
      .slice(0, 1)
      .map(({ anchor }) => ({ anchor, sharesBillDay: agreement.sharesBillDay })),
  );
  return context.rules.sharedAnchor({ own, earlier });
}
