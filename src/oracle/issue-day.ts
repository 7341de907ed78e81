import type { LocalDate } from '../model/date.ts';
import { later } from './calendar.ts';
import type { SubscriptionHistory, Told } from './subscription-history.ts';

/**
 * The day on which what became due on `due` is invoiced: that day, unless what made it due was told later. An order for a
 * day that is over brings everything that would have been billed since.
 */
export function issueDay(due: LocalDate, subscription: SubscriptionHistory): LocalDate {
  let day = later(due, subscription.toldOn ?? subscription.start);
  for (const { on, toldOn = on } of toldIn(subscription)) if (on === due) day = later(day, toldOn);
  return day;
}

function toldIn(subscription: SubscriptionHistory): readonly Told[] {
  const { changes, quantities = [], pauses = [], cancelledOn, cancelToldOn } = subscription;
  const resumptions = pauses.flatMap(({ until, untilToldOn }) =>
    until === null ? [] : [{ on: until, toldOn: untilToldOn ?? until }],
  );
  const end = cancelledOn === null ? [] : [{ on: cancelledOn, toldOn: cancelToldOn ?? cancelledOn }];
  return [...changes, ...quantities, ...pauses, ...resumptions, ...end];
}
