import type { LocalDate } from '../../../../model/date.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { figureOn, type RatingQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { priceOf } from '../fields/price-rules.ts';
import { periodField } from '../proration/proration-figures.ts';

/** Usage that comes after its bill: `quantity` is all that is known now, `alreadyBilled` the money that was asked for it. */
export const lateUsageReader: CaseReader = {
  name: 'usage that comes late',
  fits: (open) =>
    open.given.hasAll('price', 'periods') &&
    !open.given.has('usage') &&
    begins(open, 'bill', 'rate', 'invoice'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    const scenarios = questionsOf(open, lookBackOf(open)).map((value) => ({ name: null, value }));
    return claimsFor(open.expect, scenarios, (question, key) =>
      ['delta', 'amount', 'difference'].includes(key)
        ? figureOn(question, question.currency, ({ amount }) => amount)
        : null,
    );
  },
};

interface LookBack {
  readonly billedOn: LocalDate;
  readonly monthsBack: number;
}

/** How many months back the bill may go; null where it takes usage of any age. */
function lookBackOf(open: OpenCase): LookBack | null {
  const rules = rulesOf(open);
  const held = [rules, open.given].flatMap((fields) =>
    lookBackKeys.filter((key) => fields.has(key)).map((key) => ({ fields, key })),
  )[0];
  if (held === undefined) return null;
  const billedOn = open.steps.at(-1)?.at ?? null;
  if (billedOn === null)
    throw new Inexpressible('the policy setting lookBackMonths without the day of the bill');
  return { billedOn, monthsBack: held.fields.count(held.key) };
}

const lookBackKeys = ['lookBackMonths', 'lookbackMonths', 'lookBack', 'monthsBack'];

function questionsOf(open: OpenCase, lookBack: LookBack | null): readonly RatingQuestion[] {
  const price = priceOf(open);
  const currency = open.given.text('currency');
  return open.given.objects('periods').map((period) => ({
    kind: 'rating',
    currency,
    price,
    quantity: period.decimal('quantity'),
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
    ...lateUse(period, lookBack),
    billedBefore: period.decimal('alreadyBilled'),
  }));
}

/** Without a look-back only the order of the periods is of interest: each is priced by itself. */
function lateUse(period: Fields, lookBack: LookBack | null): Pick<RatingQuestion, 'late'> {
  if (lookBack !== null) return { late: { ...lookBack, usedIn: periodField(period) } };
  for (const bound of ['from', 'to']) if (period.has(bound)) period.day(bound);
  return {};
}
