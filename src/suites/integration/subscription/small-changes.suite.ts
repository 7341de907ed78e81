import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const seat: Charge = { ...fee('0'), price: { kind: 'per-unit', unit: '0.30' } };
const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('dearer', [fee('30.30')]),
  monthlyPlan('cheaper', [fee('29.70')]),
  monthlyPlan('seats', [seat]),
  monthlyPlan('behind', [{ ...fee('0.30'), timing: 'arrears' } as Charge]),
];
const lastDay = localDate('2026-04-30');

function bills(
  title: string,
  subscription: ReturnType<typeof subscriptionOf>,
  of: { readonly cents: readonly (readonly [day: string, total: string])[]; readonly because: string },
): TitledBills {
  const history = castHistory('Acme', { plans, subscriptions: [subscription], until: '2026-05-15' });
  return { title, history, bills: of.cents, because: of.because };
}

const changed: readonly TitledBills[] = [
  bills(
    'To a plan that is a cent dearer for the last day of the month',
    subscriptionOf('basic', '2026-04-01', { changes: [{ on: lastDay, plan: 'dearer' }] }),
    {
      cents: [
        ['2026-04-01', '30.00'],
        ['2026-04-30', '0.01'],
        ['2026-05-01', '30.30'],
      ],
      because: 'A day of EUR 30.30 less one of EUR 30.00 is a cent.',
    },
  ),
  bills(
    'To a plan that is a cent cheaper for the last day of the month',
    subscriptionOf('basic', '2026-04-01', { changes: [{ on: lastDay, plan: 'cheaper' }] }),
    {
      cents: [
        ['2026-04-01', '30.00'],
        ['2026-04-30', '-0.01'],
        ['2026-05-01', '29.70'],
      ],
      because: 'A day of EUR 29.70 less one of EUR 30.00 gives a cent back.',
    },
  ),
];

const counted: readonly TitledBills[] = [
  bills(
    'To one seat more for the last day of the month',
    subscriptionOf('seats', '2026-04-01', { quantities: [{ on: lastDay, quantity: '2' }] }),
    {
      cents: [
        ['2026-04-01', '0.30'],
        ['2026-04-30', '0.01'],
        ['2026-05-01', '0.60'],
      ],
      because: 'A seat is EUR 0.01 a day in April.',
    },
  ),
];

const ended: readonly TitledBills[] = [
  bills(
    'To nothing, after a day in arrears',
    subscriptionOf('behind', '2026-04-01', { cancelledOn: localDate('2026-04-02') }),
    { cents: [['2026-04-02', '0.01']], because: 'A day of April is a cent.' },
  ),
];

describe('However little a change is worth, it is done, and billed or given back:', () => {
  const terms = { topic: 'proration', tags: ['@edge', '@risk-high'] } as const;
  const needs = ['clock', 'price.flat'] as const;
  workedOutChecks(changed, { ...terms, needs: [...needs, 'subscription.change'] });
  workedOutChecks(counted, { ...terms, needs: [...needs, 'price.per-unit', 'subscription.quantity'] });
  workedOutChecks(ended, { ...terms, needs: [...needs, 'subscription.cancel'] });
});
