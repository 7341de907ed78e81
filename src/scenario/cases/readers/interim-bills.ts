import { fractionOf, plus } from '../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../oracle/arithmetic/rounding.ts';
import { servicePeriod } from '../../../oracle/time/periods.ts';
import type { CaseReader, OpenCase } from '../case-reader.ts';
import { figureOn, type InterimQuestion } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import { decimalOf } from '../fields.ts';
import { acceptRules, rulesOf } from '../rules.ts';
import { Inexpressible } from '../unreadable.ts';
import { billingField } from './billing-field.ts';
import { intervalOf } from './interval-field.ts';
import { readPrice } from './price-field.ts';

/** Bills ahead of the end of a period, whenever its usage reaches a threshold, and the one at the end. */
export const interimBillsReader: CaseReader = {
  name: 'bills at thresholds',
  readsSteps: true,
  fits: (open) => open.given.hasAll('plan', 'price', 'threshold'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    return claimsFor(open.expect, [{ name: null, value: questionOf(open) }], (question, key) => {
      const { currency } = question;
      if (key === 'interims[]') return figureOn(question, null, ({ interims }) => interims.join(', '));
      if (key === 'interim') return figureOn(question, currency, ({ interims }) => interims[0] ?? null);
      if (key === 'credits' || key === 'credit')
        return figureOn(question, currency, ({ credits }) => credits);
      return key === 'final' ? figureOn(question, currency, (answer) => answer.final) : null;
    });
  },
};

function questionOf(open: OpenCase): InterimQuestion {
  const { given } = open;
  const thresholds = Array.isArray(given.peek('threshold'))
    ? given.decimals('threshold')
    : [given.decimal('threshold')];
  return {
    kind: 'interim-bills',
    currency: given.text('currency'),
    price: readPrice(given.object('price')),
    thresholds: withRecurring(open, thresholds),
    usage: usageOf(open),
    fee: feeOf(open),
  };
}

/** After the last threshold there may be one more whenever usage has grown by so much again. */
function withRecurring({ given, steps }: OpenCase, thresholds: readonly string[]): readonly string[] {
  const key = ['recurringThreshold', 'recurring'].find((name) => typeof given.peek(name) === 'string');
  if (key === undefined) return thresholds;
  const step = fractionOf(given.decimal(key));
  const count = steps.filter(({ verb }) => verb === 'usage').length;
  let reached = fractionOf(thresholds.at(-1) ?? '0');
  const more = Array.from({ length: 20 * count }, () => {
    reached = plus(reached, step);
    return plainText(reached);
  });
  return [...thresholds, ...more];
}

function usageOf(open: OpenCase): readonly string[] {
  const end = periodOf(open).to;
  return open.steps.flatMap(({ verb, at, more }) => {
    if (verb !== 'usage') return [];
    if (at === null || at >= end) throw new Inexpressible('usage of several periods with thresholds');
    return [decimalOf(more.raw('value'), `${more.path}.value`)];
  });
}

/** What the last bill of the period charges beside the usage. */
function feeOf(open: OpenCase): string {
  const plan = open.given.object('plan');
  const period = periodOf(open);
  const timing = plan.textOr('timing', 'advance');
  if (timing !== 'arrears' || period.from !== period.full.from)
    throw new Inexpressible('bills at thresholds beside a fee that is not for the whole period afterwards');
  return plan.decimal('amount');
}

function periodOf(open: OpenCase) {
  const subscription = open.given.object('subscription');
  const interval = intervalOf(open.given.object('plan').textOr('interval', 'month'));
  return servicePeriod(
    { start: subscription.day('start'), interval, billing: billingField(subscription) },
    0,
  );
}
