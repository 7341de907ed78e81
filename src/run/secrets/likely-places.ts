import type { Form } from './secret-form.ts';
import type { WrittenForm } from './secret-pattern.ts';

/** A place where one of some forms may begin. */
export interface Likely {
  readonly begin: number;
  readonly forms: readonly Form[];
}

/** The first one from a place on. */
export type NextLikely = (text: string, from: number) => Likely | null;

interface Bucket {
  readonly forms: Form[];
  /** Whether any of them begins at a place. */
  any: RegExp | null;
}

const keyLength = 3;
/** Small enough to stay next to the processor. */
const tableLength = 2 ** 14;
/** An escape as it can stand for a character; behind backslashes the letter, unless it is one of figures. */
const escapeSign =
  /%[0-9a-f]{2}|&(?:amp;){0,3}(?:#[0-9x]|[a-z]+;)|\\{1,15}(?:u[0-9a-f]{4}|x[0-9a-f]{2}|([^ux\\]))/iy;
/** Stands for `%` (37), `&` (38) and the backslash (92): behind them a character may be written in many ways. */
const anyEscape = 1;

/**
 * A key of many lines has hundreds of forms; one expression for all of them would be tried at each character of every record.
 * So their first three characters are looked up in a table, up to the first one that begins an escape.
 */
export function likelyPlaces(forms: readonly Form[]): NextLikely {
  const table = new Uint16Array(tableLength);
  const buckets: Bucket[] = [];
  for (const form of forms)
    for (const key of new Set(keysOf(form.units))) {
      table[key] ||= buckets.push({ forms: [], any: null });
      buckets[(table[key] ?? 0) - 1]?.forms.push(form);
    }
  const letters = new Set(forms.flatMap(({ units: [first] }) => [...(first?.escapes ?? '')]));
  for (const { units } of forms) for (const sign of units[0]?.plain ?? []) letters.add(sign.slice(0, 1));
  const mayBegin = (bucket: Bucket | undefined, text: string, begin: number) =>
    bucket !== undefined && !isOtherEscape(text, begin, letters) && begins(bucket, text, begin);
  return (text, from) => {
    let first = signAt(text, from);
    let second = signAt(text, from + 1);
    for (let begin = from; begin < text.length; begin += 1) {
      const third = signAt(text, begin + 2);
      const number = table[keyUpToEscape(first, second, third)] ?? 0;
      first = second;
      second = third;
      if (number === 0) continue;
      const bucket = buckets[number - 1];
      if (mayBegin(bucket, text, begin)) return { begin, forms: bucket?.forms ?? [] };
    }
    return null;
  };
}

/** Every quotation mark in JSON within JSON is an escape: most are none that a secret begins with. */
function isOtherEscape(text: string, begin: number, letters: ReadonlySet<string>): boolean {
  if (signAt(text, begin) !== anyEscape || letters.has('*') || letters.has(text[begin] ?? '')) return false;
  escapeSign.lastIndex = begin;
  const match = escapeSign.exec(text);
  return match === null || (match[1] !== undefined && !letters.has(match[1]));
}

function begins(bucket: Bucket, text: string, begin: number): boolean {
  bucket.any ??= new RegExp(bucket.forms.map(({ head }) => head.source).join('|'), 'y');
  bucket.any.lastIndex = begin;
  return bucket.any.test(text);
}

function keyUpToEscape(first: number, second: number, third: number): number {
  if (first === anyEscape) return keyOf(anyEscape, 0, 0);
  return second === anyEscape ? keyOf(first, anyEscape, 0) : keyOf(first, second, third);
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === 37 || code === 38 || code === 92 ? anyEscape : code;
}

function keyOf(first: number, second: number, third: number): number {
  return (first * 961 + second * 31 + third) & (tableLength - 1);
}

/** Of all ways in which a form may begin. */
function keysOf(units: WrittenForm, before: readonly number[] = []): readonly number[] {
  const [unit, ...others] = units;
  const signs = before.slice(0, keyLength);
  const isFull = signs.length === keyLength || signs.at(-1) === anyEscape || unit === undefined;
  if (isFull) return [keyOf(signs[0] ?? 0, signs[1] ?? 0, signs[2] ?? 0)];
  const plain = unit.plain.map((text) => signsOf(text));
  return [...plain, ...(unit.escapes !== null ? [[anyEscape]] : [])].flatMap((next) =>
    keysOf(others, [...signs, ...next]),
  );
}

/** Up to the first that begins an escape. */
function signsOf(text: string): readonly number[] {
  const signs = Array.from({ length: text.length }, (_, index) => signAt(text, index));
  const at = signs.indexOf(anyEscape);
  return at === -1 ? signs : signs.slice(0, at + 1);
}
