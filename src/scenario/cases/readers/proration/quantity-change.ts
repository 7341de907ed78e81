import type { LocalDate, Period } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { fullPeriodWith } from '../../../../oracle/time/periods.ts';
import { begins, type CaseReader, type OpenCase, waitsForPeriodEnd } from '../../case-reader.ts';
import type { Figure, ProrationQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { charged, credited, firstDayOfNew, netOf, product, prorationOf } from './proration-figures.ts';

interface QuantityChange {
  /** A whole period of the old quantity, and one of the new. */
  readonly old: ProrationQuestion;
  readonly next: ProrationQuestion;
  /** What changes for the rest of the period; null where the change waits for its end. */
  readonly rest: { readonly credit: ProrationQuestion; readonly charge: ProrationQuestion } | null;
}

/** A plan at a price for each unit, of which there are more or fewer from a day on, or from the next period on. */
export const quantityChangeReader: CaseReader = {
  name: 'change of a quantity',
  readsSteps: true,
  fits: (open) =>
    begins(open, 'change quantity', 'update quantity') &&
    open.given.hasAll('plan', 'quantity', 'subscription'),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    return claimsFor(open.expect, [{ name: null, value: readChange(open, rules) }], changeFigure);
  },
};

function changeFigure({ old, next, rest }: QuantityChange, key: string, expected: string): Figure | null {
  if (['firstFee', 'oldFee', 'first'].includes(key)) return charged(old);
  if (['newFee', 'next', 'nextFee'].includes(key)) return charged(next);
  if (rest === null) return null;
  if (['credit', 'repair'].includes(key)) return credited(rest.credit, expected);
  if (key === 'charge') return charged(rest.charge);
  return key === 'net' ? netOf(rest.charge, rest.credit) : null;
}

function readChange(open: OpenCase, rules: Fields): QuantityChange {
  const { given } = open;
  const [step, ...others] = open.steps;
  if (step === undefined || step.at === null) throw new Inexpressible('a change without its day');
  const plan = given.object('plan');
  if (timingOf(plan, 'advance') !== 'advance')
    throw new Inexpressible('a change of the quantity of a plan in arrears');
  const running = periodWith(open, step.at);
  const following = periodWith(open, running.to);
  const other = others.find(({ verb, at }) => !verb.startsWith('bill') || at !== following.from);
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}" after a change of quantity`);
  const unit = plan.decimal('unit');
  const fee = (quantity: Decimal, whole: Period, from: LocalDate) =>
    prorationOf(given.text('currency'), product(quantity, unit), {
      whole,
      used: { from, to: whole.to },
      dayCount: 'actual',
    });
  const [before, after] = [given.decimal('quantity'), step.more.decimal('quantity')];
  const from = firstDayOfNew(step.at, rules);
  return {
    old: fee(before, running, running.from),
    next: fee(after, following, following.from),
    rest: waitsForPeriodEnd(step)
      ? null
      : { credit: fee(before, running, from), charge: fee(after, running, from) },
  };
}

function periodWith({ given }: OpenCase, day: LocalDate): Period {
  const subscription = given.object('subscription');
  const { from, to } = fullPeriodWith(day, {
    start: subscription.day('start'),
    interval: intervalOf(given.object('plan').textOr('interval', 'month')),
    billing: billingField(subscription),
  });
  return { from, to };
}
