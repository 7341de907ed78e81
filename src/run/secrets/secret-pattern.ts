/** How one character is written raw: as text, or as the bytes of a file read one by one. */
export type RawForm = (character: string) => string;

export const asText: RawForm = (character) => character;
export const asBytes: RawForm = (character) => Buffer.from(character, 'utf8').toString('latin1');

const entities: Readonly<Record<string, string>> = {
  '"': 'quot',
  "'": 'apos',
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
};
const escapes: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

/** A backslash as it is, or in an address: JSON is often sent within one. */
const slash = '(?:\\\\|%(?:25){0,4}5[cC])';

/** One character of a secret, or several backslashes in a row. */
export interface WrittenUnit {
  /** A regular expression for all its spellings. */
  readonly pattern: string;
  /** Those that are no escape. */
  readonly plain: readonly string[];
  /** Letters that may follow the backslashes of an escape, "*" for any. Null when it is never written as an escape. */
  readonly escapes: string | null;
}

/** One way to write a secret. */
export type WrittenForm = readonly WrittenUnit[];

/**
 * The value in whatever it may have been wrapped: JSON within JSON, percent-encoding, entities of HTML, base64 at each of its
 * three alignments, hex. Encodings may change from one character to the next.
 */
export function writtenForms(value: string, raw: RawForm): readonly WrittenForm[] {
  const bytes = Buffer.from(value, 'utf8');
  const twice = Buffer.from(bytes.toString('base64').replace(/=+$/, ''));
  const packed = [...base64Cores(bytes), ...base64Cores(twice)];
  return [
    (value.match(/\\+|[^\\]/gu) ?? []).map((unit, index, all) =>
      unit.startsWith('\\')
        ? backslashes(unit.length)
        : spelled(unit, raw, all[index - 1]?.startsWith('\\') ? 0 : 1),
    ),
    [...bytes.toString('hex')].map(hexLetter),
    ...packed.map((core) => [...core].map((letter) => packedLetter(letter, raw))),
  ];
}

function spelled(character: string, raw: RawForm, slashesMin: 0 | 1): WrittenUnit {
  return {
    pattern: oneOf(spellings(character, raw, slashesMin)),
    // After backslashes of its own an escape begins with the letter that follows them.
    plain:
      slashesMin === 1
        ? plainOf(character, raw)
        : [...plainOf(character, raw), 'u', 'x', 'n', 'r', 't', 'b', 'f'],
    escapes: `ux${/["'/]/.test(character) ? character : ''}${escapes[character] ?? ''}`,
  };
}

function plainOf(character: string, raw: RawForm): readonly string[] {
  return character === ' ' ? [' ', '+'] : [raw(character)];
}

/**
 * Those in which a character is more than itself come first: `%` also begins `%25`. No backslash of its own is needed after
 * backslashes that belong to the secret: all that stand there were taken as those.
 */
function spellings(character: string, raw: RawForm, slashesMin: 0 | 1 = 1): string[] {
  const bytes = [...Buffer.from(character, 'utf8')];
  const before = /["'/]/.test(character) ? `${slash}{0,15}` : '';
  return [
    `${before}${bytes.map((byte) => `%(?:25){0,4}${hexDigits(byte, 2)}`).join('')}`,
    `${before}${entitiesOf(character)}`,
    ...escapesOf(character, bytes, `${slash}{${slashesMin},15}`),
    `${before}${literal(raw(character))}`,
    ...(character === ' ' ? ['\\+'] : []),
  ];
}

function entitiesOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const entity = entities[character];
  const names = [
    `#0{0,6}${code}`,
    `#[xX]0{0,6}${[...code.toString(16)].map(eitherCase).join('')}`,
    ...(entity === undefined ? [] : [entity]),
  ];
  return `&(?:amp;){0,3}${oneOf(names)};`;
}

function escapesOf(character: string, bytes: readonly number[], slashes: string): string[] {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const short = escapes[character];
  return [
    units.map((unit) => `${slashes}u${hexDigits(unit, 4)}`).join(''),
    bytes.map((byte) => `${slashes}x${hexDigits(byte, 2)}`).join(''),
    ...(short === undefined ? [] : [slashes + short]),
  ];
}

/** All of a run at once: how many of them mean one depends on how deep they are wrapped. */
function backslashes(count: number): WrittenUnit {
  const other = oneOf([`${slash}{1,15}(?:u005[cC]|x5[cC])`, entitiesOf('\\')]);
  const pattern = `(?:${other}{${count}}|(?<!${slash})${slash}{${count},}(?!${slash}))`;
  return { pattern, plain: [], escapes: '*' };
}

/** What of the encoded bytes does not depend on what stands before and after them. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6)),
  );
}

/** In both alphabets; the letters that URLs and JSON escape, as they do. */
function packedLetter(letter: string, raw: RawForm): WrittenUnit {
  const other = { '+': '-', '/': '_' }[letter];
  if (other === undefined) return { pattern: letter, plain: [letter], escapes: null };
  return {
    pattern: oneOf([...spellings(letter, raw), other]),
    plain: [letter, other],
    escapes: `ux${letter}`,
  };
}

function hexLetter(letter: string): WrittenUnit {
  const plain = [...new Set([letter, letter.toUpperCase()])];
  return { pattern: eitherCase(letter), plain, escapes: null };
}

function oneOf(choices: readonly string[]): string {
  return `(?:${choices.join('|')})`;
}

function hexDigits(value: number, length: number): string {
  return [...value.toString(16).padStart(length, '0')].map(eitherCase).join('');
}

function eitherCase(digit: string): string {
  return /[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
