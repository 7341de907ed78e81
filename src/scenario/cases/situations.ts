import { isObject } from './fields.ts';
import type { CaseStep, PublishedCase } from './published-case.ts';

/** One of the situations that a case lays out side by side, as a case of its own. */
export interface Situation {
  /** Such as "2 of 3", for the names of its figures. */
  readonly place: string;
  readonly case: PublishedCase;
  /** Whether it holds one of several steps, which must not lean on the others. */
  readonly standsAlone: boolean;
}

/**
 * The ways in which a case may be taken apart: lists of one length in `given`, in the steps and in `expect` belong together
 * place by place, groups of one name by their name. Those that take apart the least come first.
 */
export function situationsIn(published: PublishedCase): readonly (readonly Situation[])[] {
  const groups = Object.values(published.expect);
  const areGroups = groups.length > 1 && groups.every(isObject);
  const count = areGroups ? groups.length : expectedCount(published);
  if (count === null) return [];
  const givens = givenAt(published.given, count);
  const perStep = published.when.length === count;
  const perStepOnly = perStep && !usesUp(published.given);
  return [
    ...(areGroups ? byName(published, Object.keys(published.expect)) : []),
    ...(givens === null ? [] : [apart(published, { count, givens, perStep: false })]),
    ...(perStepOnly ? [apart(published, { count, givens: null, perStep: true })] : []),
    ...(givens !== null && perStep ? [apart(published, { count, givens, perStep: true })] : []),
  ];
}

/** Groups that `given` and `expect` call alike, each a situation with what all of them share. */
function byName(published: PublishedCase, names: readonly string[]): readonly (readonly Situation[])[] {
  const { given, expect } = published;
  if (!names.every((name) => isObject(given[name]))) return [];
  const shared = Object.fromEntries(Object.entries(given).filter(([key]) => !names.includes(key)));
  const group = (of: PublishedCase['given'], name: string) => (isObject(of[name]) ? of[name] : {});
  return [
    names.map((name) => ({
      place: name,
      standsAlone: false,
      case: {
        ...published,
        given: { ...shared, ...group(given, name) },
        when: published.when.map(asOne),
        expect: group(expect, name),
      },
    })),
  ];
}

/** The case with its expected groups as lists: "fees" of all groups instead of the "fee" of each; null without groups. */
export function withLists(published: PublishedCase): PublishedCase | null {
  const groups = Object.values(published.expect).filter(isObject);
  const [first] = groups;
  if (first === undefined || groups.length < 2 || groups.length !== Object.keys(published.expect).length)
    return null;
  const keys = Object.keys(first);
  const isTable = groups.every((group) => Object.keys(group).join() === keys.join());
  if (!isTable) return null;
  const columns = keys.map((key) => [pluralOf(key), groups.map((group) => group[key])] as const);
  return { ...published, expect: Object.fromEntries(columns) };
}

function pluralOf(word: string): string {
  return word.endsWith('x') ? `${word}es` : `${word}s`;
}

interface Cut {
  readonly count: number;
  readonly givens: readonly PublishedCase['given'][] | null;
  readonly perStep: boolean;
}

function apart(published: PublishedCase, { count, givens, perStep }: Cut): readonly Situation[] {
  return Array.from({ length: count }, (_, index) => ({
    place: `${index + 1} of ${count}`,
    standsAlone: perStep,
    case: {
      ...published,
      given: givens?.[index] ?? published.given,
      when: perStep ? published.when.slice(index, index + 1) : published.when.map(asOne),
      expect: expectAt(published.expect, index),
    },
  }));
}

/** "rate each", "tax per rule": what is done to all of them is done to this one. */
function asOne(step: CaseStep): CaseStep {
  return { ...step, do: step.do.replace(/[ _](each|with each \w+|(?:for|per) (?:each )?\w+)$/, '') };
}

/** Whether an expectation is of all situations together, and not a list with one for each. */
export function isShared(value: unknown): boolean {
  return !Array.isArray(value) && !isObject(value);
}

/** How many situations there are, where all expected lists have as many places; null where they do not say so. */
function expectedCount({ expect }: PublishedCase): number | null {
  const lists = Object.values(expect).filter((value) => !isShared(value));
  const lengths = lists.map((value) => (Array.isArray(value) ? value.length : 0));
  const [first] = lengths;
  return first !== undefined && first > 1 && lengths.every((length) => length === first) ? first : null;
}

/** The same usage cannot be that of each of several steps, unless it is none or its price is flat. */
function usesUp(given: PublishedCase['given']): boolean {
  const { usage, price } = given;
  if (usage === undefined || (isObject(price) && price['model'] === 'flat')) return false;
  return !(isObject(usage) && usage['quantity'] === '0');
}

function givenAt(given: PublishedCase['given'], count: number): readonly PublishedCase['given'][] | null {
  const lists = Object.entries(given).filter(
    ([key, value]) => Array.isArray(value) && value.length === count && !ownLists.includes(key),
  );
  if (lists.length === 0) return null;
  return Array.from({ length: count }, (_, index) => {
    const others = Object.entries(given).filter(([key]) => !lists.some(([name]) => name === key));
    const parts = lists.flatMap(([key, value]) => placeOf(key, (value as readonly unknown[])[index]));
    return Object.fromEntries([
      ...others.map(([key, value]) => [key, usageAt(value, index, count)]),
      ...parts,
    ]);
  });
}

/** Quantities of usage, one for each situation. */
function usageAt(value: unknown, index: number, count: number): unknown {
  const quantities = isObject(value) ? value['quantities'] : undefined;
  if (!isObject(value) || !Array.isArray(quantities) || quantities.length !== count) return value;
  const { quantities: _all, ...others } = value;
  return { ...others, quantity: quantities[index] };
}

/** Lists that belong to one situation as they are. */
const ownLists = [
  'lines',
  'taxes',
  'tiers',
  'coupons',
  'discounts',
  'credits',
  'charges',
  'invoices',
  'notes',
];

/** `cases` hold whole situations; "amounts" holds one amount for each. */
function placeOf(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (['cases', 'scenarios'].includes(key) && isObject(value)) return Object.entries(value);
  // Items with days of their own, such as two prepaid services; those of a document have none.
  if (key === 'items' && isObject(value) && Object.hasOwn(value, 'from')) return Object.entries(value);
  return [[key === 'rules' ? key : nameOfOne(key), value]];
}

function expectAt(expect: PublishedCase['expect'], index: number): PublishedCase['expect'] {
  const group = Object.values(expect)[index];
  if (isObject(group)) return group;
  return Object.fromEntries(
    Object.entries(expect).flatMap(([key, value]) =>
      Array.isArray(value) ? [[nameOfOne(key), (value as readonly unknown[])[index]]] : [],
    ),
  );
}

/** "amountsUnrounded" holds one "amountUnrounded" for each situation, "amountsMinor" one "amountMinor". */
function nameOfOne(key: string): string {
  const match = /^(.*?)(Minor|Unrounded)?$/.exec(key);
  return `${singularOf(match?.[1] ?? key)}${match?.[2] ?? ''}`;
}

function singularOf(word: string): string {
  if (/(taxe|balance|price|charge)s$/.test(word)) return word.replace(/taxes$/, 'tax').replace(/s$/, '');
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  return word.replace(/s$/, '');
}
