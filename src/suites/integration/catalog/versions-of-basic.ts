import type { Charge } from '../../../model/billing/catalog.ts';
import { instant, type LocalDate } from '../../../model/date.ts';
import {
  type CustomerHistory,
  castHistory,
  fee,
  metered,
  monthlyPlan,
} from '../../../scenario/drawn/customer-history.ts';

export const calls = (unit: string) => metered('calls', { kind: 'per-unit', unit });

/** One customer of a plan in several versions, or of another plan first, with 30 calls on each of the days. */
export function versionsOfBasic(life: {
  readonly versions: readonly { readonly charges: readonly Charge[]; readonly effectiveFrom?: LocalDate }[];
  readonly subscription: CustomerHistory['billing']['subscriptions'][number];
  readonly usedOn: readonly string[];
  readonly until: string;
}): CustomerHistory {
  const { versions, subscription, usedOn, until } = life;
  return castHistory('Acme', {
    plans: [
      ...versions.map(({ charges, ...from }) => monthlyPlan('basic', charges, from)),
      monthlyPlan('other', [fee('20.00'), calls('0.20')]),
    ],
    subscriptions: [subscription],
    usage: usedOn.map((day) => ({
      id: `used on ${day}`,
      meter: 'calls',
      quantity: '30',
      at: instant(`${day}T12:00:00Z`),
    })),
    until,
  });
}
