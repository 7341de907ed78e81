import { HarnessFault } from '../../model/fault.ts';
import type { NamedSecret } from '../request.ts';
import { type SecretFinder, secretFinder } from './secret-finder.ts';
import { asBytes, asText, type RawForm } from './secret-pattern.ts';
import { textsOf } from './secret-texts.ts';
import { maskedWide } from './wide-text.ts';

/** Takes the values of named secrets out of everything that is kept or shown, before it is hashed. */
export interface Masker {
  text(text: string): string;
  bytes(bytes: Uint8Array): Uint8Array;
  evidence<Piece extends { readonly name: string; readonly bytes: Uint8Array }>(piece: Piece): Piece;
  /** Every text in it, however deep. Names of fields are our own and stay, but for those of what came from outside. */
  value<Value>(value: Value): Value;
  /** How often each secret was taken out so far. */
  counted(): { readonly count: number; readonly bySecret: Readonly<Record<string, number>> };
}

/** Fields whose values are words of our own or digests: a secret that happens to be such a word must not change them. */
const ownWords = new Set([
  'kind',
  'phase',
  'status',
  'cause',
  'outcome',
  'result',
  'nature',
  'schema',
  'sha256',
  'digest',
  'planDigest',
  'checkId',
  'intentId',
]);

/** As such words, digests and ids are written. A target's answer may have fields of the same names, with anything in them. */
const ownWord = /^(?:[a-z]+(?:[ -][a-z]+){0,3}|tollgate\/[a-z-]+\/\d+|[0-9a-f]{64}|[a-z]+-[0-9a-f]{10})$/;

function isOwnWord(value: unknown): value is string {
  return typeof value === 'string' && ownWord.test(value);
}
/** Fields that hold what others named. */
const outside = new Set(['headers', 'options', 'properties', 'capabilities']);
const checkId = /^(unit|integration|uat|performance|migration)-[0-9a-f]{10}$/;

/** Secrets that are parts of others are looked for after those. */
export function maskerOf(secrets: readonly NamedSecret[]): Masker {
  if (secrets.length === 0) return nothingToMask;
  const longestFirst = secrets
    .flatMap(textsOf)
    .toSorted((one, other) => other.value.length - one.value.length);
  const counts = new Map(secrets.map(({ name }) => [name, 0]));
  const inText = replacer(longestFirst, counts, asText);
  const inBytes = replacer(longestFirst, counts, asBytes);

  function masked(value: unknown, isOutside = false): unknown {
    if (typeof value === 'string') return checkId.test(value) ? value : inText(value);
    if (Array.isArray(value)) return value.map((one) => masked(one, isOutside));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([key, one]) => [
      isOutside ? inText(key) : key,
      !isOutside && ownWords.has(key) && isOwnWord(one) ? one : masked(one, isOutside || outside.has(key)),
    ]);
    return Object.fromEntries(fields);
  }

  function maskedBytes(bytes: Uint8Array): Uint8Array {
    const wide = maskedWide(bytes, inText);
    if (wide !== null) return wide;
    const before = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const after = inBytes(before);
    return after === before ? bytes : Buffer.from(after, 'latin1');
  }

  return {
    text: inText,
    bytes: maskedBytes,
    evidence: (piece) => ({ ...piece, name: inText(piece.name), bytes: maskedBytes(piece.bytes) }),
    value: <Value>(value: Value) => masked(value) as Value,
    counted: () => ({
      count: [...counts.values()].reduce((sum, one) => sum + one, 0),
      bySecret: Object.fromEntries(counts),
    }),
  };
}

const nothingToMask: Masker = {
  text: (text) => text,
  bytes: (bytes) => bytes,
  evidence: (piece) => piece,
  value: (value) => value,
  counted: () => ({ count: 0, bySecret: {} }),
};

function replacer(
  secrets: readonly NamedSecret[],
  counts: Map<string, number>,
  raw: RawForm,
): (text: string) => string {
  let find: SecretFinder | null = null;
  return (text) => {
    find ??= secretFinder(secrets, raw);
    let masked = '';
    let from = 0;
    for (const { name, begin, end } of find(text)) {
      masked += `${text.slice(from, begin)}[secret:${name}]`;
      from = end;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return from === 0 ? text : masked + text.slice(from);
  };
}

/** An error as it may be shown: what a driver threw may hold what it was given. */
export function maskedError(error: unknown, masker: Masker): unknown {
  if (error instanceof HarnessFault) return maskedFault(error, masker);
  if (!(error instanceof Error)) return error;
  error.message = masker.text(error.message);
  if (error.stack !== undefined) error.stack = masker.text(error.stack);
  return error;
}

export function maskedFault({ code, message, hint, cause }: HarnessFault, masker: Masker): HarnessFault {
  return new HarnessFault({ code, message: masker.text(message), hint: masker.text(hint), cause });
}
