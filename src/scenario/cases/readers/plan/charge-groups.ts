import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { compare, fractionOf, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { Figure, RatingQuestion } from '../../claim.ts';
import { type Fields, isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

/** A group of usage with what it costs by the oracle. */
export interface PricedGroup {
  readonly question: RatingQuestion;
  readonly amount: Decimal;
}

/** Usage by region or the like, each group at its own price; empty where the usage is not told by groups. */
export function chargeGroups(currency: string, charge: Fields, usage: Fields): readonly PricedGroup[] {
  if (!isObject(usage.peek('quantities'))) return [];
  const groupBy = charge.has('groupBy') ? charge.raw('groupBy') : 'group';
  if (Array.isArray(groupBy) && groupBy.length !== 1)
    throw new Inexpressible('usage that is told by several properties at once');
  const quantities = usage.object('quantities');
  const units = isObject(charge.peek('units')) ? charge.object('units') : null;
  const unpriced = units === null ? [] : units.keys.filter((name) => !quantities.has(name));
  const unknown = units === null ? [] : quantities.keys.filter((name) => !units.has(name));
  if (unpriced.length > 0 || unknown.length > 0)
    throw new Inexpressible(
      `groups that are priced (${units?.keys.join(', ') ?? 'none'}) and groups that are used (${quantities.keys.join(', ')})`,
    );
  return quantities.keys.map((name) =>
    priced(currency, units === null ? charge.decimal('unit') : units.decimal(name), quantities.decimal(name)),
  );
}

function priced(currency: string, unit: Decimal, quantity: Decimal): PricedGroup {
  const question: RatingQuestion = {
    kind: 'rating',
    currency,
    price: { kind: 'per-unit', unit },
    quantity,
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
  };
  const right = answer(question, referenceProfile).answer;
  return { question, amount: right.kind === 'rating' ? right.amount : '0' };
}

/** What the groups cost together, as a price of one for each unit of money: the minimum is for their sum. */
export function sumOfGroups(groups: readonly PricedGroup[]): Pick<RatingQuestion, 'price' | 'quantity'> {
  const quantity = plainText(total(groups.map(({ amount }) => fractionOf(amount))));
  return { price: { kind: 'per-unit', unit: '1' }, quantity };
}

/** The figure of all groups, which shows the group that is wrong where one of them is. */
export function afterGroups(groups: readonly PricedGroup[], figure: Figure): Figure {
  if (groups.length === 0) return figure;
  return {
    ...figure,
    questions: [...groups.map(({ question }) => question), ...figure.questions],
    actual: (answers) => {
      const wrong = groups.find(({ amount }, index) => {
        const found = answers[index];
        return found?.kind !== 'rating' || compare(fractionOf(found.amount), fractionOf(amount)) !== 0;
      });
      if (wrong === undefined) return figure.actual(answers.slice(groups.length));
      return `a group whose ${wrong.question.quantity} units do not cost ${wrong.amount}`;
    },
  };
}
