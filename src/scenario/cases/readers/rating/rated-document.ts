import { begins, type CaseReader } from '../../case-reader.ts';
import { claimsFor } from '../../expectations.ts';
import { isObject } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { workedDocument, workedFigure } from '../document/worked-document.ts';
import { aggregationOf } from '../fields/aggregation-field.ts';
import { questionsOf } from './rating.ts';

const others = ['plan', 'plans', 'subscription', 'wallet', 'threshold', 'periods', 'zone', 'bucket'];

/** Usage at a price as the only line of an invoice, with coupons and taxes. */
export const ratedDocumentReader: CaseReader = {
  name: 'invoice of rated usage',
  fits: ({ given, ...open }) =>
    begins({ given, ...open }, 'invoice', 'bill', 'finalise', 'finalize') &&
    isObject(given.peek('price')) &&
    (given.has('usage') || given.has('quantity')) &&
    !others.some((key) => given.has(key)),
  read(open) {
    const rules = rulesOf(open);
    const roundingPoint = roundingPointOf(open, rules);
    acceptRules(rules, { order: ['discount, then tax'], upperBound: ['inclusive'] });
    const aggregation = aggregationOf(open);
    if (aggregation !== 'sum') throw new Inexpressible(`the aggregation of metered events (${aggregation})`);
    const [question, ...more] = questionsOf(open);
    if (question === undefined || more.length > 0)
      throw new Inexpressible('several quantities on one invoice');
    const worked = workedDocument(open, [question.value], roundingPoint);
    return claimsFor(open.expect, [{ name: null, value: worked }], workedFigure);
  },
};
