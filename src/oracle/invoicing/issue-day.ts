import type { LocalDate } from '../../model/date.ts';
import type { SubscriptionHistory, Told } from '../subscription/subscription-history.ts';
import { later } from '../time/calendar.ts';

/**
 * The day on which what became due on `due` is invoiced: that day, unless what made it due was told later. An order for a
 * day that is over brings everything that would have been billed since; an add-on ends when the end of its base is told.
 */
export function issueDay(
  due: LocalDate,
  subscription: SubscriptionHistory,
  base: SubscriptionHistory | null,
): LocalDate {
  let day = later(due, subscription.toldOn ?? subscription.start);
  const told = [...toldIn(subscription), ...(base === null ? [] : endOf(base))];
  for (const { on, toldOn = on } of told) if (on === due) day = later(day, toldOn);
  return day;
}

function toldIn(subscription: SubscriptionHistory): readonly Told[] {
  const { changes, quantities = [], pauses = [] } = subscription;
  const resumptions = pauses.flatMap(({ until, untilToldOn }) =>
    until === null ? [] : [{ on: until, toldOn: untilToldOn ?? until }],
  );
  return [...changes, ...quantities, ...pauses, ...resumptions, ...endOf(subscription)];
}

function endOf({ cancelledOn, cancelToldOn }: SubscriptionHistory): readonly Told[] {
  return cancelledOn === null ? [] : [{ on: cancelledOn, toldOn: cancelToldOn ?? cancelledOn }];
}
