import type { Decimal } from '../../../../model/decimal.ts';
import { compare, fractionOf, larger, minus, times, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type DocumentQuestion, figureOn } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';

/** A sum that is shared out in proportion to the parts, to the last minor unit, as an amount off an invoice is. */
export const allocationReader: CaseReader = {
  name: 'allocation',
  fits: ({ given, ...open }) =>
    begins({ given, ...open }, 'allocate', 'share', 'split', 'distribute') &&
    ['parts', 'weights', 'obligations'].some((key) => given.has(key)),
  read(open) {
    acceptRules(rulesOf(open), {
      share: ['proportional', 'by relative standalone price'],
    });
    return claimsFor(open.expect, [{ name: null, value: questionOf(open) }], (question, key) => {
      if (key === 'amounts[]' || key === 'shares[]')
        return figureOn(question, null, ({ lines }) => lines.map(({ discount }) => discount).join(', '));
      return ['sum', 'total'].includes(key)
        ? figureOn(question, question.currency, ({ discount }) => discount)
        : null;
    });
  },
};

/** The parts are made as large as the sum needs them, since nothing takes off a line more than it is. */
function questionOf({ given }: OpenCase): DocumentQuestion {
  const key = ['total', 'amount', 'price'].find((name) => given.has(name));
  if (key === undefined) throw new Inexpressible('an allocation without its sum');
  const amount = given.decimal(key);
  const parts = partsOf(given).map(fractionOf);
  const sum = total(parts);
  const factor = compare(sum, fractionOf('1')) < 0 ? fractionOf('1000') : fractionOf('1');
  const scale = times(larger(fractionOf(amount), fractionOf('1')), factor);
  const needed = compare(minus(sum, fractionOf(amount)), fractionOf('0')) < 0;
  return {
    kind: 'document',
    currency: given.textOr('currency', 'EUR'),
    lines: parts.map((part) => ({ net: plainText(needed ? times(part, scale) : part), taxPercent: '0' })),
    discounts: [{ kind: 'amount', amount, lines: null }],
    roundingPoint: 'line',
  };
}

function partsOf(given: Fields): readonly Decimal[] {
  if (!given.has('obligations')) return given.decimals(given.has('parts') ? 'parts' : 'weights');
  return given.objects('obligations').map((obligation) => {
    for (const name of ['name', 'id']) if (obligation.has(name)) obligation.text(name);
    const key = ['standalone', 'standalonePrice', 'ssp', 'weight'].find((field) => obligation.has(field));
    if (key === undefined) throw new Inexpressible('an obligation without a price of its own');
    return obligation.decimal(key);
  });
}
