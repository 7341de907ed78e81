import type { Capability } from '../../target/capability.ts';
import type { Calendar } from './every-calendar.ts';

/** Days from the start to the order. */
const told = [0, 0, 0, -9, 5, 40];

/** Each kind of period in a year that is hard on it. */
export const hardCalendars = {
  'a month': { interval: { unit: 'month', count: 1 }, year: 2026, months: 4, told },
  'a month, and told of it when half a year is over': {
    interval: { unit: 'month', count: 1 },
    year: 2027,
    months: 10,
    told: [215],
  },
  'two weeks': { interval: { unit: 'week', count: 2 }, year: 2026, months: 4, told },
  'thirty days': { interval: { unit: 'day', count: 30 }, year: 2026, months: 4, told },
  'a quarter': { interval: { unit: 'month', count: 3 }, year: 2027, months: 9, told },
  'half a year': { interval: { unit: 'month', count: 6 }, year: 2028, months: 17, told },
  'a year': { interval: { unit: 'year', count: 1 }, year: 2028, months: 33, told },
} as const satisfies Readonly<Record<string, Calendar>>;

/** What a target must be able to do for their customers. */
export const needsOfCalendars = [
  'clock',
  'price.flat',
  'price.per-unit',
  'price.graduated',
  'price.volume',
  'price.package',
  'usage',
  'subscription.change',
  'subscription.cancel',
  'subscription.quantity',
  'subscription.pause',
  'subscription.backdate',
  'subscription.trial',
  'subscription.term',
  'subscription.add-on',
  'subscription.negotiated',
  'subscription.calendar',
  'price.one-off',
  'price.currencies',
  'price.stairstep',
  'price.percentage',
  'price.dynamic',
  'price.versions',
  'price.minimum',
  'price.allowance',
  'usage.aggregation',
  'usage.dimensions',
  'usage.corrections',
  'usage.late',
] as const satisfies readonly Capability[];
