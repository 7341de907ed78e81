import type { MeteredEvent } from '../../../model/billing/calculation.ts';
import type { UsageCharge } from '../../../model/billing/usage-charge.ts';
import { localDate } from '../../../model/date.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import { type Claim, figureOn, type MeteringQuestion } from '../claim.ts';
import { claimsFor, type Scenario } from '../expectations.ts';
import { acceptRules, rulesOf } from '../rules.ts';
import { Inexpressible } from '../unreadable.ts';
import { aggregationOf } from './aggregation-field.ts';
import { eventOf } from './metered-events.ts';
import { readPrice } from './price-field.ts';

/** What the events of a period come to and cost so far, perhaps after each of them. */
export const currentUsageReader: CaseReader = {
  name: 'current usage',
  fits: (open) =>
    open.given.hasAll('price', 'usage', 'aggregation') && begins(open, 'current', 'rate', 'aggregate'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    return currentClaims(open);
  },
};

function currentClaims(open: OpenCase): readonly Claim[] {
  const question = questionOf(open);
  const scenarios = isAfterEach(open)
    ? question.events.map((_, index) =>
        situation({ ...question, events: question.events.slice(0, index + 1) }),
      )
    : [situation(question)];
  return claimsFor(open.expect, scenarios, (asked, key) => {
    if (['units', 'unit', 'quantity'].includes(key)) {
      return figureOn(asked, null, ({ periods }) => periods[0]?.quantity ?? null);
    }
    if (!['amount', 'total', 'fee'].includes(key)) return null;
    return figureOn(asked, asked.currency, ({ periods }) => periods[0]?.amount ?? null);
  });
}

function situation(value: MeteringQuestion): Scenario<MeteringQuestion> {
  return { name: null, value };
}

function questionOf(open: OpenCase): MeteringQuestion {
  const { given } = open;
  const groupBy = given.has('groupBy') ? given.list('groupBy').map(String) : [];
  const charge: UsageCharge = {
    kind: 'usage',
    code: 'usage',
    meter: 'usage',
    price: readPrice(given.object('price')),
    aggregation: aggregationOf(open),
    ...(groupBy.length === 0 ? {} : { groupBy }),
  };
  const events = eventsOf(open, groupBy);
  const months = new Set(events.map(({ at }) => at.slice(0, 7)));
  if (months.size > 1) throw new Inexpressible('events of several months in one figure');
  const [month = '2026-01'] = months;
  const next = month.endsWith('12') ? `${Number(month.slice(0, 4)) + 1}-01` : nextMonth(month);
  const periods = [{ from: localDate(`${month}-01`), to: localDate(`${next}-01`) }];
  return { kind: 'metering', currency: given.text('currency'), timeZone: 'UTC', charge, periods, events };
}

function eventsOf(open: OpenCase, properties: readonly string[]): readonly MeteredEvent[] {
  const usage = open.given.object('usage');
  return usage.list('events').map((_, index) => eventOf(usage, { index, zone: 'UTC', properties }));
}

function isAfterEach(open: OpenCase): boolean {
  return open.steps.some(({ verb }) => verb.includes('after each'));
}

function nextMonth(month: string): string {
  return `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
}
