import type { WrittenForm, WrittenUnit } from './secret-pattern.ts';

/** A secret may be a key of many lines; an expression for all of it at once would take minutes to build. */
const partLength = 24;

/** One way to write a secret, ready to be looked for. */
export interface Form {
  readonly name: string;
  readonly units: WrittenForm;
  /** Its first part. */
  readonly head: RegExp;
  /** What follows the head, part by part; built when a head is found. */
  readonly rest: () => readonly Part[];
}

interface Part {
  readonly whole: RegExp;
  /** As many of its characters as fit, from the first. */
  readonly begun: () => RegExp;
}

/** How far a text that begins like a form goes on like it. */
export interface Reach {
  readonly end: number;
  readonly isWhole: boolean;
}

export function formOf(name: string, form: WrittenForm): Form {
  const others = Array.from({ length: Math.ceil(form.length / partLength) - 1 }, (_, index) =>
    form.slice((index + 1) * partLength, (index + 2) * partLength),
  );
  const head = new RegExp(patternOf(form.slice(0, partLength)), 'y');
  return { name, units: form, head, rest: once(() => others.map(partOf)) };
}

/** So little of a secret is masked before a mark of omission: fewer could be the beginning of a word. */
const cutMin = 6;
/** What is left of an escape that was cut. */
const brokenEscape = '(?:%[0-9a-fA-F]?|\\\\{1,15}(?:[ux][0-9a-fA-F]{0,3})?|&[#\\w]{0,9})?';

/** The beginning of a form, as it stands where a text was cut within it. What is longer than a head is found as a form. */
export function cutFormOf({ name, units }: Form, mark: string): Form {
  const sure = patternOf(units.slice(0, cutMin));
  const more = units
    .slice(cutMin, partLength)
    .reduceRight((rest, { pattern }) => `(?:${pattern}${rest})?`, '');
  return { name, units, head: new RegExp(`${sure}${more}${brokenEscape}(?=${mark})`, 'y'), rest: () => [] };
}

function partOf(units: readonly WrittenUnit[]): Part {
  return {
    whole: new RegExp(patternOf(units), 'y'),
    begun: once(
      () =>
        new RegExp(
          units.reduceRight((rest, { pattern }) => `(?:${pattern}${rest})?`, ''),
          'y',
        ),
    ),
  };
}

function patternOf(units: readonly WrittenUnit[]): string {
  return units.map(({ pattern }) => pattern).join('');
}

/** Null where it does not begin like it. */
export function reachOf({ head, rest }: Form, text: string, begin: number): Reach | null {
  let end = endAfter(head, text, begin);
  if (end === null) return null;
  for (const { whole, begun } of rest()) {
    const next = endAfter(whole, text, end);
    if (next === null) return { end: endAfter(begun(), text, end) ?? end, isWhole: false };
    end = next;
  }
  return { end, isWhole: true };
}

function endAfter(expression: RegExp, text: string, begin: number): number | null {
  expression.lastIndex = begin;
  return expression.test(text) ? expression.lastIndex : null;
}

export function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
