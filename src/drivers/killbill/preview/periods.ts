import type { Calculation, CalculationAnswer } from '../../../model/billing/calculation.ts';
import { localDate } from '../../../model/date.ts';
import { plainForm } from '../plan-names.ts';
import { after } from './months.ts';
import { onTrialAccount, type PreviewPlace } from './trial-account.ts';

type Question = Extract<Calculation, { kind: 'periods' }>;
type Answer = Extract<CalculationAnswer, { kind: 'periods' }>;

/** The periods of a fee in advance, as one invoice for all of them would list them. */
export async function previewPeriods(place: PreviewPlace, question: Question): Promise<Answer> {
  const { start, interval, billing, count } = question;
  const fee = {
    kind: 'recurring',
    code: 'fee',
    timing: 'advance',
    price: { kind: 'flat', amount: '10.00' },
  } as const;
  const order = {
    version: {
      plan: 'asked',
      effectiveFrom: localDate('2000-01-01'),
      currency: 'EUR',
      interval,
      charges: [fee],
    },
    form: {
      ...plainForm('asked'),
      billDay: billing === 'calendar' ? ('account' as const) : ('own' as const),
    },
    start,
    billDay: 1,
    timeZone: 'UTC',
  };
  return onTrialAccount(place, order, async ({ dryRun }) => {
    const invoice = await dryRun(after(start, interval, count));
    const periods = (invoice?.items ?? [])
      .flatMap(({ startDate, endDate }) =>
        startDate === null || endDate === null ? [] : [{ from: startDate, to: endDate }],
      )
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return { kind: 'periods', periods: periods.slice(0, count) };
  });
}
