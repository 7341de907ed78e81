import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.flat', 'subscription.cancel', 'subscription.add-on'] as const;
const tags = ['@edge', '@risk-high'];
const perSeat = (unit: string): Charge => ({ ...fee('0'), price: { kind: 'per-unit', unit } });
const plans = [monthlyPlan('basic', [fee('30.00')]), monthlyPlan('backup', [fee('5.00')])];
const planned = { cancelledOn: localDate('2026-05-01'), cancelToldOn: localDate('2026-04-10') };

describe('An add-on ends with its base', () => {
  workedOutChecks(
    [
      ...['2026-04-20', '2026-05-01', '2026-05-10'].map((begins) => ({
        title: `An end that is told before an add-on begins, on ${begins}, ends it, too`,
        history: castHistory('Acme', {
          plans,
          subscriptions: [
            subscriptionOf('basic', '2026-04-01', { key: 'base', ...planned, cancelTiming: 'period-end' }),
            subscriptionOf('backup', begins, { addOnTo: 'base', toldOn: localDate('2026-04-05') }),
          ],
          until: '2026-07-15',
        }),
        bills: [
          ['2026-04-01', '30.00'] as const,
          ...(begins < '2026-05-01' ? [[begins, '1.83'] as const] : []),
        ],
        because: 'April is EUR 30.00; of the add-on eleven days at EUR 5.00 a month, where it begins at all.',
      })),
    ],
    { topic: 'proration', needs, tags },
  );

  workedOutChecks(
    [
      {
        title: 'An add-on that is ordered when the end of its base is known ends with it, too',
        history: castHistory('Acme', {
          plans,
          subscriptions: [
            subscriptionOf('basic', '2026-04-01', { key: 'base', ...planned, cancelTiming: 'period-end' }),
            subscriptionOf('backup', '2026-04-20', { addOnTo: 'base' }),
          ],
          until: '2026-07-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-20', '1.83'],
        ],
        because: 'Eleven days of April at EUR 5.00 a month; from May on neither is served.',
      },
      {
        title:
          'An add-on that is ordered when the end of its base is known goes on with it when that is taken back',
        history: castHistory('Acme', {
          plans,
          subscriptions: [
            subscriptionOf('basic', '2026-04-01', {
              key: 'base',
              undone: [
                {
                  kind: 'cancellation',
                  on: localDate('2026-05-01'),
                  toldOn: localDate('2026-04-10'),
                  undoneOn: localDate('2026-04-25'),
                  timing: 'period-end',
                },
              ],
            }),
            subscriptionOf('backup', '2026-04-20', { addOnTo: 'base' }),
          ],
          until: '2026-06-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-20', '1.83'],
          ['2026-05-01', '35.00'],
          ['2026-06-01', '35.00'],
        ],
        because: 'Eleven days of April at EUR 5.00 a month; May and June are EUR 30.00 and EUR 5.00.',
      },
    ],
    { topic: 'proration', needs: [...needs, 'subscription.undo'], tags },
  );

  workedOutChecks(
    [
      {
        title: 'A term that ends with its second month ends the add-on, whose seats may change until then',
        history: castHistory('Acme', {
          plans: [...plans, monthlyPlan('seats', [perSeat('3.00')])],
          subscriptions: [
            subscriptionOf('basic', '2026-04-01', {
              key: 'base',
              term: { periods: 2, atEnd: 'end', upliftPercent: '0' },
            }),
            subscriptionOf('seats', '2026-04-01', {
              addOnTo: 'base',
              quantities: [{ on: localDate('2026-04-16'), quantity: '3' }],
            }),
          ],
          until: '2026-07-15',
        }),
        bills: [
          ['2026-04-01', '33.00'],
          ['2026-04-16', '3.00'],
          ['2026-05-01', '39.00'],
        ],
        because:
          'Half of April with two seats more at EUR 3.00; May is EUR 30.00 and EUR 9.00; June nothing.',
      },
    ],
    { topic: 'proration', needs: [...needs, 'subscription.term', 'subscription.quantity'], tags },
  );
});
