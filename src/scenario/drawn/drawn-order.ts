import type { Faker } from '@faker-js/faker';
import type { Charge } from '../../model/billing/catalog.ts';
import { addDays, daysBetween } from '../../model/date.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import type { Home } from '../situations/homes.ts';
import { actsOfSubscription, type SubscriptionAct } from '../subscription-acts.ts';
import type { CalendarLife } from './calendar-lives.ts';
import { subscriptionOf } from './customer-history.ts';
import { repriced } from './generated-plans.ts';

/** A term is counted in periods of one length; one that ends is longer than what happens here. */
export function termFor(faker: Faker, life: CalendarLife): Pick<SubscriptionHistory, 'term'> {
  if (life === 'changed to another interval' || faker.datatype.boolean(0.6)) return {};
  const upliftPercent = faker.helpers.arrayElement(['3', '2.75', '10']);
  return faker.datatype.boolean()
    ? { term: { periods: faker.number.int({ min: 1, max: 2 }), atEnd: 'renew', upliftPercent } }
    : { term: { periods: 13, atEnd: 'end', upliftPercent } };
}

/**
 * None where the order comes after it, or where something takes effect on its last day. Now and then it is over on the very day
 * on which something is told for a later one.
 */
export function withTrial(faker: Faker, bare: SubscriptionHistory): SubscriptionHistory {
  const { start, toldOn = start, cancelledOn } = bare;
  const acts = actsOfSubscription(bare);
  const telling = acts.filter(isForLater).map(({ on }) => daysBetween(start, on));
  const trialDays = faker.helpers.arrayElement([0, 0, 13, 25, ...telling.filter((days) => days > 0)]);
  const last = addDays(start, trialDays);
  const isMet = acts.some((act) => act.on === last && !isForLater(act)) || cancelledOn === last;
  return trialDays === 0 || isMet || toldOn > start ? bare : { ...bare, trialDays };
}

function isForLater(act: SubscriptionAct): boolean {
  if (act.kind === 'subscribe' || act.kind === 'undo') return false;
  return act.timing.kind === 'period-end' || act.timing.date > act.on;
}

/** A price of his own for one of the charges, now and then. */
export function negotiatedIn(
  faker: Faker,
  charges: readonly Charge[],
  home: Home,
): Pick<SubscriptionHistory, 'negotiated'> {
  const charge = faker.helpers.arrayElement(charges);
  return faker.datatype.boolean(0.4)
    ? { negotiated: [{ charge: charge.code, price: repriced(faker, charge, home) }] }
    : {};
}

/** Ordered on its first day, or some days after it. */
export function addOnTo(faker: Faker, main: SubscriptionHistory, plan: string): SubscriptionHistory {
  const { start, toldOn = start } = main;
  const begin = addDays(toldOn > start ? toldOn : start, 2);
  const late = faker.helpers.arrayElement([0, 6, 12]);
  return subscriptionOf(plan, begin, {
    quantity: '3',
    billing: main.billing,
    addOnTo: main.key,
    ...(late === 0 ? {} : { toldOn: addDays(begin, late) }),
  });
}

/** Whoever has left orders what he had: from the very day of his end on, a little later, or on the last day before it. */
export function orderedAgain(faker: Faker, main: SubscriptionHistory): readonly SubscriptionHistory[] {
  const { plan, billing, cancelledOn } = main;
  if (cancelledOn === null) return [];
  const gone = faker.helpers.arrayElement([0, 0, -1, 4]);
  return [
    subscriptionOf(plan, addDays(cancelledOn, gone), { key: `${main.key}-again`, billing, quantity: '3' }),
  ];
}
