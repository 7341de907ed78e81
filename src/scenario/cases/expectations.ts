import type { Claim, Figure } from './claim.ts';
import { decimalOf, type Fields, isObject } from './fields.ts';
import { Inexpressible, NotUnderstood } from './unreadable.ts';

/** One of the situations that a case lays out side by side. */
export interface Scenario<S> {
  /** What nested expectations call it; null for one that has only its place in the list. */
  readonly name: string | null;
  readonly value: S;
}

/**
 * A list that belongs to one situation as a whole is asked for as "key[]", its parts joined by commas.
 * What a figure is, apart from its name and what the case expects; null when the kind of case has no such figure.
 */
export type FigureOf<S> = (scenario: S, key: string, expected: string) => Figure | null;

/** Turns each expected figure that the kind of case knows into a claim; the others stay unread and are reported. */
export function claimsFor<S>(
  expect: Fields,
  scenarios: readonly Scenario<S>[],
  figure: FigureOf<S>,
): readonly Claim[] {
  return expect.keys.flatMap((key) =>
    expect.wasRead(key) ? [] : claimsForKey({ expect, key }, scenarios, figure),
  );
}

function claimsForKey<S>(
  { expect, key }: { readonly expect: Fields; readonly key: string },
  scenarios: readonly Scenario<S>[],
  figure: FigureOf<S>,
): readonly Claim[] {
  const value = expect.peek(key);
  const named = scenarios.find(({ name }) => name === key);
  if (isObject(value)) return named === undefined ? [] : claimsFor(expect.object(key), [named], figure);
  if (Array.isArray(value)) return listClaims({ expect, key, list: value }, scenarios, figure);
  const [only] = scenarios;
  if (only === undefined || scenarios.length > 1) return [];
  return singleClaim({ expect, key }, only, figure);
}

function singleClaim<S>(
  at: { readonly expect: Fields; readonly key: string },
  scenario: Scenario<S>,
  figure: FigureOf<S>,
): readonly Claim[] {
  const value = at.expect.peek(at.key);
  if (typeof value === 'number') decimalOf(value, `${at.expect.path}.${at.key}`);
  if (typeof value !== 'string') return [];
  const found = figure(scenario.value, at.key, value);
  if (found === null) return [];
  at.expect.raw(at.key);
  return [{ name: nameOf(at.expect, at.key), expected: value, ...found }];
}

function listClaims<S>(
  at: { readonly expect: Fields; readonly key: string; readonly list: readonly unknown[] },
  scenarios: readonly Scenario<S>[],
  figure: FigureOf<S>,
): readonly Claim[] {
  const { expect, key, list } = at;
  if (!list.every((value) => typeof value === 'string')) return [];
  const [first] = scenarios;
  if (first === undefined) return [];
  const joined = list.join(', ');
  const asWhole = scenarios.length === 1 ? figure(first.value, `${key}[]`, joined) : null;
  if (asWhole !== null) {
    expect.raw(key);
    return [{ name: nameOf(expect, key), expected: joined, ...asWhole }];
  }
  const single = singulars(key).find((name) => figure(first.value, name, list[0] ?? '') !== null);
  if (single === undefined) return [];
  expect.raw(key);
  if (scenarios.length === 1 && list.length > 1) {
    throw new Inexpressible(`several situations with one ${single} each: ${expect.path}.${key}`);
  }
  if (list.length !== scenarios.length) {
    throw new NotUnderstood(
      `${expect.path}.${key}: found ${list.length} figures, expected ${scenarios.length}, one for each situation of the case`,
    );
  }
  return list.flatMap((expected, index) => {
    const scenario = scenarios[index];
    const found = scenario === undefined ? null : figure(scenario.value, single, expected);
    return found === null ? [] : [{ name: `${nameOf(expect, key)}[${index}]`, expected, ...found }];
  });
}

/** "taxes" holds one "tax" for each situation, "trueUps" one "trueUp". */
function singulars(key: string): readonly string[] {
  const [stem, suffix] = splitSuffix(key);
  return [stem.replace(/es$/, ''), stem.replace(/s$/, ''), stem].map((name) => `${name}${suffix}`);
}

function splitSuffix(key: string): readonly [string, string] {
  const match = /^(.*?)(Minor|Unrounded)?$/.exec(key);
  return [match?.[1] ?? key, match?.[2] ?? ''];
}

function nameOf(expect: Fields, key: string): string {
  return `${expect.path}.${key}`;
}
