import type { LocalDate, Period } from '../../../../model/date.ts';
import { begins, type CaseReader, type OpenCase, waitsForPeriodEnd } from '../../case-reader.ts';
import type { ProrationQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { holder, type Scope } from '../fields/scope.ts';
import {
  credited,
  dayFigure,
  firstDayOfNew,
  periodField,
  prorationOf,
  stretchUnder,
} from '../proration/proration-figures.ts';

/** A period that was paid and ends early: what goes back for the days that are left. */
export const paidPeriodReader: CaseReader = {
  name: 'end of a paid period',
  fits: (open) =>
    open.given.has('amount') &&
    !['plan', 'plans', 'unused', 'taxes', 'old', 'new'].some((key) => open.given.has(key)) &&
    begins(open, 'cancel', 'terminate', 'end', 'pause') &&
    scopesOf(open).every((scope) => periodHolder(scope) !== null),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    return claimsFor(open.expect, questionsOf(open, rules), (question, key, expected) =>
      ['credit', 'repair', 'refund', 'creditNote', 'unused', 'amount'].includes(key)
        ? credited(question, expected)
        : dayFigure(question, key),
    );
  },
};

function scopesOf({ given }: OpenCase): readonly Scope[] {
  return given.has('cases') ? given.objects('cases').map((one) => [one, given]) : [[given]];
}

function questionsOf(open: OpenCase, rules: Fields): readonly Scenario<ProrationQuestion>[] {
  const { given } = open;
  return scopesOf(open).map((scope) => {
    const whole = paidPeriod(scope);
    const on = firstDayOfNew(endOf(open, scope), rules);
    if (on < whole.from || on > whole.to) throw new Inexpressible(`an end outside the paid period`);
    // An end that waits for what was paid leaves no days.
    const from = open.steps.some(waitsForPeriodEnd) ? whole.to : on;
    const amount = holder(scope, 'amount')?.fields.decimal('amount') ?? '0';
    const interval = holder(scope, 'interval');
    if (interval !== null) intervalOf(interval.fields.text('interval'));
    const stretch = stretchUnder(rules, { whole, used: { from, to: whole.to } });
    return { name: null, value: prorationOf(given.text('currency'), amount, stretch) };
  });
}

const names = [
  ['periodFrom', 'periodTo'],
  ['paidFrom', 'paidTo'],
] as const;

function periodHolder(scope: Scope): Fields | null {
  for (const fields of scope) {
    if (fields.has('period')) return fields.object('period');
    const held = fields.has('subscription') ? fields.object('subscription') : fields;
    if (names.some(([from, to]) => held.hasAll(from, to))) return held;
  }
  return null;
}

function paidPeriod(scope: Scope): Period {
  const held = periodHolder(scope);
  if (held === null) throw new Inexpressible('an end without the period that was paid');
  const pair = names.find(([from, to]) => held.hasAll(from, to));
  refuseOtherCycle(held, pair?.[0] ?? 'from');
  if (pair === undefined) return periodField(held);
  return { from: held.day(pair[0]), to: held.day(pair[1]) };
}

/** A bill cycle day says nothing more, where the paid period begins on it. */
function refuseOtherCycle(held: Fields, from: string): void {
  if (!held.has('bcd') || held.count('bcd') === Number(held.day(from).slice(8))) return;
  throw new Inexpressible('a paid period that does not begin on the bill cycle day');
}

function endOf({ steps }: OpenCase, scope: Scope): LocalDate {
  const stated = holder(scope, 'cancel', 'cancelDate', 'cancelledOn', 'end', 'date', 'at');
  const day = stated === null ? steps[0]?.at : stated.fields.day(stated.key);
  if (day === undefined || day === null) throw new Inexpressible('an end without its day');
  return day;
}
