import { fractionOf, total } from '../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../oracle/arithmetic/rounding.ts';
import type { Claim } from './claim.ts';
import type { PublishedCase } from './published-case.ts';
import type { ReadCase } from './read-case.ts';
import { isShared, type Situation } from './situations.ts';

type ReadAsOne = (published: PublishedCase, standsAlone: boolean) => ReadCase;

/** Situations of a case, each read as a case of its own, and what the case expects of all of them together. */
export function readApart(
  published: PublishedCase,
  situations: readonly Situation[],
  readAsOne: ReadAsOne,
): ReadCase {
  const claims: Claim[] = [];
  for (const { place, case: one, standsAlone } of situations) {
    const found = readAsOne(one, standsAlone);
    const left = found.kind === 'expressible' ? found.notJudged.join(', ') : found.reason;
    if (found.kind !== 'expressible' || left !== '')
      return { kind: 'not-expressible', case: published, reason: `${left} (${place})` };
    claims.push(...found.claims.map((claim) => ({ ...claim, name: `${claim.name} (${place})` })));
  }
  const sums = Object.keys(published.expect)
    .filter((key) => isShared(published.expect[key]))
    .map((key) => ({ key, claim: sumClaim(published, key, claims) }));
  return {
    kind: 'expressible',
    case: published,
    claims: [...claims, ...sums.flatMap(({ claim }) => (claim === null ? [] : [claim]))],
    notJudged: sums.flatMap(({ key, claim }) => (claim === null ? [`expect.${key}`] : [])),
  };
}

const sumKeys = ['total', 'sum', 'subtotal'];
const addends = ['amounts', 'totals', 'fees', 'charges'];

/** One amount beside a list of amounts is what they come to. */
function sumClaim({ expect }: PublishedCase, key: string, claims: readonly Claim[]): Claim | null {
  const expected = expect[key];
  const [list, ...others] = addends.filter((name) => Array.isArray(expect[name]));
  if (!sumKeys.includes(key) || typeof expected !== 'string' || list === undefined || others.length > 0)
    return null;
  const parts = claims.filter(({ name }) => name.startsWith(`expect.${list.slice(0, -1)} (`));
  const [first] = parts;
  if (first === undefined) return null;
  return {
    name: `expect.${key}`,
    expected,
    currency: first.currency,
    assumes: first.assumes,
    questions: parts.flatMap(({ questions }) => questions),
    actual: (answers) => {
      let taken = 0;
      const amounts = parts.map(({ questions, actual }) => {
        taken += questions.length;
        return actual(answers.slice(taken - questions.length, taken));
      });
      return amounts.every((amount) => amount !== null)
        ? plainText(total(amounts.map((amount) => fractionOf(amount))))
        : null;
    },
  };
}
