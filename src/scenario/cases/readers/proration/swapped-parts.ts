import { fractionOf, minus, negated, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { type Claim, type Figure, figureOnAll, type ProrationQuestion } from '../../claim.ts';
import { type Fields, isObject } from '../../fields.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';
import { charged, credited, prorationOf, type Stretch } from './proration-figures.ts';

interface Part {
  /** As the case calls it, or its place. */
  readonly name: string;
  readonly share: ProrationQuestion;
}

/** A plan of several parts, each of which is prorated and rounded by itself. */
interface SwappedParts {
  readonly credits: readonly Part[];
  readonly charges: readonly Part[];
}

const oldKeys = ['old', 'removed'];
const newKeys = ['new', 'added'];

/** Amounts by name or in a list; null where there is one old and one new amount. */
export function partsOf(given: Fields, stretch: Stretch): SwappedParts | null {
  const isMany = [...oldKeys, ...newKeys].some((key) => typeof given.peek(key) === 'object');
  if (!isMany) return null;
  const currency = given.text('currency');
  const read = (keys: readonly string[]): readonly Part[] =>
    keys
      .filter((key) => given.has(key))
      .flatMap((key) => amountsIn(given, key))
      .map(([name, amount]) => ({ name, share: prorationOf(currency, amount, stretch) }));
  return { credits: read(oldKeys), charges: read(newKeys) };
}

function amountsIn(given: Fields, key: string): readonly (readonly [string, string])[] {
  const value = given.peek(key);
  if (Array.isArray(value)) return given.decimals(key).map((amount, index) => [String(index), amount]);
  if (!isObject(value)) return [['0', given.decimal(key)]];
  const named = given.object(key);
  return named.keys.map((name) => [name, named.decimal(name)]);
}

export function partClaims(expect: Fields, { credits, charges }: SwappedParts): readonly Claim[] {
  return expect.keys.flatMap((key) => {
    if (['credits', 'removeCredits', 'repairs'].includes(key)) return eachPart(expect, key, credits);
    if (['charges', 'addCharges', 'newFees'].includes(key)) return eachPart(expect, key, charges);
    const figure = sumFigure(key, { credits, charges }, String(expect.peek(key)));
    return figure === null ? [] : [{ name: `expect.${key}`, expected: expect.decimal(key), ...figure }];
  });
}

function eachPart(expect: Fields, key: string, parts: readonly Part[]): readonly Claim[] {
  const isList = Array.isArray(expect.peek(key));
  const stated = amountsIn(expect, key);
  if (stated.length !== parts.length)
    throw parts.length === 0
      ? new Inexpressible(`expect.${key}: a change that has none`)
      : new NotUnderstood(`expect.${key}: found ${stated.length} figures, expected ${parts.length}`);
  return stated.flatMap(([name, expected], index) => {
    // A list has the parts in the order in which the case names them.
    const part = isList ? parts[index] : parts.find((one) => one.name === name);
    if (part === undefined) throw new NotUnderstood(`expect.${key}.${name}: found no such part of the plan`);
    const at = isList ? `expect.${key}[${name}]` : `expect.${key}.${name}`;
    return [{ name: at, expected, ...credited(part.share, expected) }];
  });
}

function sumFigure(key: string, { credits, charges }: SwappedParts, expected: string): Figure | null {
  const [first] = [...charges, ...credits];
  if (first === undefined) return null;
  const sumOf = (parts: readonly Part[], sign: 1 | -1): Figure =>
    figureOnAll(
      parts.map(({ share }) => share),
      first.share.currency,
      (answers) => {
        const sum = total(answers.map(({ amount }) => fractionOf(amount)));
        return plainText(sign === 1 ? sum : negated(sum));
      },
    );
  if (['credit', 'removeCredit', 'repair'].includes(key))
    return sumOf(credits, expected.startsWith('-') ? -1 : 1);
  if (['charge', 'addCharge'].includes(key))
    return charges.length === 1 ? charged(first.share) : sumOf(charges, 1);
  if (!['net', 'total'].includes(key)) return null;
  return figureOnAll(
    [...charges, ...credits].map(({ share }) => share),
    first.share.currency,
    (answers) => {
      const amounts = answers.map(({ amount }) => fractionOf(amount));
      return plainText(minus(total(amounts.slice(0, charges.length)), total(amounts.slice(charges.length))));
    },
  );
}
