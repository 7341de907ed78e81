import { fractionOf, minus, times } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, type HourlyQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readPrice } from '../fields/price-field.ts';
import { readUsages } from '../fields/usage-field.ts';

/** An amount committed to for a whole period: usage beyond it costs a multiple, and what is missing to it is charged. */
export const overageReader: CaseReader = {
  name: 'commitment with overage',
  fits: ({ given, ...open }) => {
    const commitment = given.peek('commitment');
    return (
      isObject(commitment) &&
      Object.hasOwn(commitment, 'overageFactor') &&
      begins({ given, ...open }, 'rate', 'bill', 'compute', 'calculate', 'apply')
    );
  },
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    return claimsFor(open.expect, questionsOf(open), overageFigure);
  },
};

/** One window that is as long as the period. */
function questionsOf(open: OpenCase): readonly Scenario<HourlyQuestion>[] {
  const { given } = open;
  const commitment = given.object('commitment');
  const unit = unitOf(given);
  const terms = {
    hours: null,
    unit,
    minimum: commitment.decimal(commitment.has('minimum') ? 'minimum' : 'amount'),
    overageFactor: commitment.decimal('overageFactor'),
    trueUp: commitment.has('trueUp') ? commitment.raw('trueUp') === true : true,
  };
  const currency = given.text('currency');
  return quantitiesOf(open).map((quantity) => ({
    name: null,
    value: { kind: 'hourly-commitment', currency, commitments: [terms], windows: [{ hour: 0, quantity }] },
  }));
}

function unitOf(given: Fields): string {
  if (!given.has('price')) return '1';
  const price = readPrice(given.object('price'));
  if (price.kind === 'per-unit') return price.unit;
  throw new Inexpressible(`overage of a price of the kind ${price.kind}`);
}

/** Units, or what they cost where no price is stated. */
function quantitiesOf(open: OpenCase): readonly string[] {
  const { given } = open;
  const cost = ['usageCost', 'usageCharges', 'charges'].find((key) => typeof given.peek(key) === 'string');
  if (cost !== undefined && !given.has('price')) return [given.decimal(cost)];
  return readUsages(open).map(({ quantity }) => quantity);
}

function overageFigure(question: HourlyQuestion, key: string): Figure | null {
  const [terms] = question.commitments;
  const [window] = question.windows;
  if (terms === undefined || window === undefined) return null;
  const cost = times(fractionOf(window.quantity), fractionOf(terms.unit));
  const isOver = minus(cost, fractionOf(terms.minimum)).numerator > 0n;
  const beyond = (total: string): string => plainText(minus(fractionOf(total), fractionOf(terms.minimum)));
  const missing = (total: string): string => plainText(minus(fractionOf(total), cost));
  switch (key) {
    case 'total':
    case 'amount':
      return figureOn(question, question.currency, ({ total }) => total);
    case 'overage':
    case 'overageAmount':
      return figureOn(question, question.currency, ({ total }) => (isOver ? beyond(total) : '0'));
    case 'trueUp':
      return figureOn(question, question.currency, ({ total }) => (isOver ? '0' : missing(total)));
    case 'committed':
      return figureOn(question, question.currency, ({ total }) => (isOver ? terms.minimum : total));
    default:
      return null;
  }
}
