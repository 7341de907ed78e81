import { localDate } from '../../../../model/date.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Claim, figureOn, type ProrationQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readPrice } from '../fields/price-field.ts';

type Part = 'first' | 'middle' | 'last' | 'whole';

/** Which part of a split period is billed, by the words of the step: "rate middle part of the period". */
export function partOf(open: OpenCase): Part {
  const verb = open.steps[0]?.verb ?? '';
  if (/\bnot the last\b|\bmid(dle)?\b/.test(verb)) return 'middle';
  if (/\bfirst( part| half)?\b/.test(verb)) return 'first';
  return /\b(last|final)\b/.test(verb) ? 'last' : 'whole';
}

/** A flat price that says when it is due. */
export function isPartOfFlat({ given }: OpenCase): boolean {
  const price = given.peek('price');
  return isObject(price) && Object.hasOwn(price, 'timing');
}

/** A flat price of a split period is charged once: in advance with its first part, in arrears with its last. */
export function flatPartClaims(open: OpenCase): readonly Claim[] {
  const { given } = open;
  const fields = given.object('price');
  const price = readPrice(fields);
  if (price.kind !== 'flat') throw new Inexpressible('the timing of a price that is not flat');
  // However much is used, the price is the same.
  if (given.has('usage')) given.object('usage').decimalOr('quantity', '1');
  const timing = fields.text('timing');
  if (timing !== 'advance' && timing !== 'arrears') throw new Inexpressible(`a flat price due "${timing}"`);
  const part = partOf(open);
  const isDue = part === 'whole' || part === (timing === 'advance' ? 'first' : 'last');
  const whole = { from: localDate('2026-01-01'), to: localDate('2026-02-01') };
  const question: ProrationQuestion = {
    kind: 'proration',
    currency: given.text('currency'),
    amount: price.amount,
    whole,
    used: isDue ? whole : { from: whole.from, to: whole.from },
    dayCount: 'actual',
  };
  return claimsFor(open.expect, [{ name: null, value: question }], (asked, key) =>
    ['amount', 'total', 'fee'].includes(key) ? figureOn(asked, asked.currency, ({ amount }) => amount) : null,
  );
}
