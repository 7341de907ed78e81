import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import { figureOn, type RatingQuestion } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import { acceptRules, rulesOf } from '../rules.ts';
import { readPrice } from './price-field.ts';

/** Usage that comes after its bill: `quantity` is all that is known now, `alreadyBilled` the money that was asked for it. */
export const lateUsageReader: CaseReader = {
  name: 'usage that comes late',
  fits: (open) =>
    open.given.hasAll('price', 'periods') &&
    !open.given.has('usage') &&
    begins(open, 'bill', 'rate', 'invoice'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    const scenarios = questionsOf(open).map((value) => ({ name: null, value }));
    return claimsFor(open.expect, scenarios, (question, key) =>
      ['delta', 'amount', 'difference'].includes(key)
        ? figureOn(question, question.currency, ({ amount }) => amount)
        : null,
    );
  },
};

function questionsOf(open: OpenCase): readonly RatingQuestion[] {
  const price = readPrice(open.given.object('price'));
  const currency = open.given.text('currency');
  return open.given.objects('periods').map((period) => {
    // Only their order is of interest: each period is priced by itself.
    for (const bound of ['from', 'to']) if (period.has(bound)) period.day(bound);
    return {
      kind: 'rating',
      currency,
      price,
      quantity: period.decimal('quantity'),
      alreadyBilled: '0',
      runningTotals: [],
      minimum: null,
      maximum: null,
      billedBefore: period.decimal('alreadyBilled'),
    };
  });
}
