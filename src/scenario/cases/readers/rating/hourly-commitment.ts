import type { HourlyCommitment } from '../../../../model/billing/calculation.ts';
import { compareDecimals } from '../../../../model/decimal.ts';
import { fractionOf, minus } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, figureOnAll, type HourlyQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { product } from '../proration/proration-figures.ts';

/** Windows of the day with a price and a commitment of their own, beside those of all other hours. */
export const hourlyCommitmentReader: CaseReader = {
  name: 'commitment of each hour',
  fits: (open) => open.given.hasAll('base', 'usage') && begins(open, 'rate', 'bill'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    return claimsFor(open.expect, [{ name: null, value: questionOf(open) }], (question, key) => {
      if (key === 'windows[]') return figureOn(question, null, ({ windows }) => windows.join(', '));
      return partFigure(question, key);
    });
  },
};

/** The parts of the total show by asking for it without them: nothing missing is charged, what is beyond costs nothing. */
function partFigure(question: HourlyQuestion, key: string): Figure | null {
  const { currency, commitments } = question;
  const untrued = { ...question, commitments: commitments.map((each) => ({ ...each, trueUp: false })) };
  const within = {
    ...untrued,
    commitments: untrued.commitments.map(withoutOverage),
  };
  const difference = (more: HourlyQuestion, less: HourlyQuestion): Figure =>
    figureOnAll([more, less], currency, ([first, second]) =>
      plainText(minus(fractionOf(first?.total ?? '0'), fractionOf(second?.total ?? '0'))),
    );
  switch (key) {
    case 'total':
    case 'amount':
      return figureOn(question, currency, ({ total }) => total);
    case 'trueUp':
      return difference(question, untrued);
    case 'overage':
      return difference(untrued, within);
    case 'utilized':
    case 'utilised':
    case 'commitmentUtilized':
      return figureOn(within, currency, ({ total }) => total);
    default:
      return null;
  }
}

/** Without a commitment there is nothing that usage could go beyond. */
function withoutOverage(commitment: HourlyCommitment): HourlyCommitment {
  const isNone = compareDecimals(commitment.minimum, '0') === 0;
  return isNone ? commitment : { ...commitment, overageFactor: '0' };
}

function questionOf(open: OpenCase): HourlyQuestion {
  const { given } = open;
  const special = given.has('buckets') ? given.objects('buckets') : bucketOf(given);
  return {
    kind: 'hourly-commitment',
    currency: given.text('currency'),
    commitments: [
      ...special.flatMap((one) => overMidnight(commitmentOf(one))),
      commitmentOf(given.object('base')),
    ],
    windows: given
      .object('usage')
      .objects('windows')
      .map((window) => ({ hour: hourOf(window.text('hour')), quantity: window.decimal('quantity') })),
  };
}

function bucketOf(given: Fields): readonly Fields[] {
  return given.has('bucket') ? [given.object('bucket')] : [];
}

function commitmentOf(fields: Fields): HourlyCommitment {
  return {
    hours: fields.has('hours') ? hoursOf(fields.text('hours')) : null,
    unit: fields.decimal('unit'),
    minimum: minimumOf(fields),
    overageFactor: fields.decimalOr('overageFactor', '1'),
    trueUp: fields.has('trueUp') && fields.raw('trueUp') === true,
  };
}

function hoursOf(text: string): HourlyCommitment['hours'] {
  const [from, to, ...others] = text.split('-');
  if (from === undefined || to === undefined || others.length > 0)
    throw new Inexpressible(`the hours "${text}", expected such as 09:00-12:00`);
  return { from: hourOf(from), to: hourOf(to) };
}

/** Committed to as money, or as units at their price. */
function minimumOf(fields: Fields): string {
  if (!fields.has('minimumQuantity')) return fields.decimalOr('minimumPerWindow', '0');
  return product(fields.decimal('minimumQuantity'), fields.decimal('unit'));
}

/** Hours from evening to morning are those until midnight and those after it. */
function overMidnight(commitment: HourlyCommitment): readonly HourlyCommitment[] {
  const { hours } = commitment;
  if (hours === null || hours.from < hours.to) return [commitment];
  const evening = { ...commitment, hours: { from: hours.from, to: 24 } };
  return hours.to === 0 ? [evening] : [evening, { ...commitment, hours: { from: 0, to: hours.to } }];
}

function hourOf(text: string): number {
  const match = /^(\d\d):00$/.exec(text);
  if (match === null) throw new Inexpressible(`found the hour "${text}", expected a whole one such as 09:00`);
  return Number(match[1]);
}
