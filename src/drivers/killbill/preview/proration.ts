import type { Calculation, CalculationAnswer } from '../../../model/billing/calculation.ts';
import { localDate, periodDays } from '../../../model/date.ts';
import { moneyAmount, sumMoney } from '../../../model/money.ts';
import { plainForm } from '../plan-names.ts';
import { amountOf } from '../read-invoice.ts';
import { refuse } from '../refuse.ts';
import { intervalOf } from './months.ts';
import { onTrialAccount, type PreviewPlace } from './trial-account.ts';

type Question = Extract<Calculation, { kind: 'proration' }>;
type Answer = Extract<CalculationAnswer, { kind: 'proration' }>;

/** A fee in arrears from the first used day, on the period's own bill day, that ends with the last one. */
export async function previewProration(place: PreviewPlace, question: Question): Promise<Answer> {
  const { used, whole, amount, currency, dayCount } = question;
  if (dayCount !== 'actual') refuse('preview.proration', 'a share of thirty days');
  const charge = {
    kind: 'recurring',
    code: 'fee',
    timing: 'arrears',
    price: { kind: 'flat', amount },
  } as const;
  const order = {
    version: {
      plan: 'asked',
      effectiveFrom: localDate('2000-01-01'),
      currency,
      interval: intervalOf(whole),
      charges: [charge],
    },
    form: { ...plainForm('asked'), billDay: 'account' as const },
    start: used.from,
    billDay: Math.max(...[whole.from, whole.to].map((date) => Number.parseInt(date.slice(8), 10))),
    timeZone: 'UTC',
  };
  const ofDays = periodDays(whole);
  const days = periodDays(used);
  return onTrialAccount(place, order, async ({ calls, subscriptionId, dryRun }) => {
    if (used.to < whole.to) {
      const query = new URLSearchParams({ requestedDate: used.to, useRequestedDateForBilling: 'true' });
      const path = `/1.0/kb/subscriptions/${subscriptionId}?${query}`;
      await calls.write({ operation: 'preview.end', method: 'DELETE', path });
    }
    const invoice = await dryRun(whole.to);
    const amounts = (invoice?.items ?? []).map((item) => amountOf(item.amount, currency));
    return { kind: 'proration', amount: moneyAmount(sumMoney(amounts, currency)), days, ofDays };
  });
}
