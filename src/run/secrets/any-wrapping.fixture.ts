import fc from 'fast-check';

type Spelling = (character: string) => string;

/** For tests only: one of the ways to write a secret that the finder says it knows; the name is what a failure shows. */
export interface Wrapping {
  readonly name: string;
  readonly wrap: (text: string) => string;
}

const bytesOf = (character: string) => [...Buffer.from(character, 'utf8')];
const unitsOf = (character: string) =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const named: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** Ways to write one character, whatever stands beside it. */
const spelling: fc.Arbitrary<Spelling> = fc.oneof(
  { arbitrary: fc.constant<Spelling>((one) => one), weight: 4 },
  fc.tuple(fc.nat(4), fc.boolean()).map(([times, isUpper]): Spelling => {
    const again = '25'.repeat(times);
    return (one) =>
      bytesOf(one)
        .map((byte) => `%${again}${inCase(hex(byte, 2), isUpper)}`)
        .join('');
  }),
  fc.tuple(fc.nat(3), fc.nat(6)).map(([times, zeros]): Spelling => {
    const again = 'amp;'.repeat(times);
    return (one) => `&${again}#${'0'.repeat(zeros)}${one.codePointAt(0)};`;
  }),
  fc.tuple(fc.nat(6), fc.boolean()).map(([zeros, isUpper]): Spelling => {
    return (one) =>
      `&#${isUpper ? 'X' : 'x'}${'0'.repeat(zeros)}${inCase(hex(one.codePointAt(0) ?? 0, 1), isUpper)};`;
  }),
  fc.nat(3).map((times): Spelling => {
    return (one) => (named[one] === undefined ? one : `&${'amp;'.repeat(times)}${named[one]};`);
  }),
  fc.tuple(fc.constantFrom(1, 2, 4, 8, 15), fc.boolean()).map(([slashes, isUpper]): Spelling => {
    const before = `${'\\'.repeat(slashes)}u`;
    return (one) =>
      unitsOf(one)
        .map((unit) => before + inCase(hex(unit, 4), isUpper))
        .join('');
  }),
  fc.constantFrom(1, 2, 4, 8).map((slashes): Spelling => {
    return (one) =>
      bytesOf(one)
        .map((byte) => `${'\\'.repeat(slashes)}x${hex(byte, 2)}`)
        .join('');
  }),
);

function inCase(text: string, isUpper: boolean): string {
  return isUpper ? text.toUpperCase() : text;
}

/** Each character in one of several spellings, in turn; several backslashes in a row in the same. */
const mixed: fc.Arbitrary<Wrapping> = fc.array(spelling, { minLength: 1, maxLength: 5 }).map((spellings) => ({
  name: 'each character in its own way',
  wrap: (text) =>
    (text.match(/\\+|[^\\]/gu) ?? [])
      .map((run, index) => [...run].map((one) => spellings[index % spellings.length]?.(one) ?? one).join(''))
      .join(''),
}));

const whole: readonly Wrapping[] = [
  { name: 'as it is', wrap: (text) => text },
  { name: 'JSON', wrap: json },
  { name: 'JSON in JSON', wrap: (text) => json(json(text)) },
  { name: 'JSON three times', wrap: (text) => json(json(json(text))) },
  { name: 'JSON with escaped slashes', wrap: (text) => json(text).replaceAll('/', '\\/') },
  { name: 'JSON in ASCII', wrap: (text) => inAscii(json(text)) },
  { name: 'JSON in ASCII, in JSON', wrap: (text) => json(inAscii(json(text))) },
  { name: 'percent', wrap: encodeURIComponent },
  {
    name: 'percent in small letters',
    wrap: (text) => encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase()),
  },
  { name: 'percent twice', wrap: (text) => encodeURIComponent(encodeURIComponent(text)) },
  { name: 'JSON in an address', wrap: (text) => encodeURIComponent(json(text)) },
  {
    name: 'JSON in an address within one',
    wrap: (text) => encodeURIComponent(encodeURIComponent(json(text))),
  },
  { name: 'JSON in a form', wrap: (text) => inForm(json(text)) },
  { name: 'an address', wrap: encodeURI },
  { name: 'a form', wrap: (text) => inForm(text) },
  { name: 'HTML', wrap: (text) => inHtml(text) },
  { name: 'HTML in HTML', wrap: (text) => inHtml(inHtml(text)) },
  { name: 'hex', wrap: (text) => Buffer.from(text).toString('hex') },
  { name: 'hex in capitals', wrap: (text) => Buffer.from(text).toString('hex').toUpperCase() },
];

function inAscii(text: string): string {
  return text.replace(/[^ -~]/g, (one) => `\\u${hex(one.charCodeAt(0), 4)}`);
}

function inForm(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2);
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&${named[one]};`);
}

/** For tests only: several, because to get ready for a secret takes longer than to look for it. */
export const wrappings: fc.Arbitrary<readonly Wrapping[]> = fc.array(
  fc.oneof({ arbitrary: fc.constantFrom(...whole), weight: 3 }, { arbitrary: mixed, weight: 2 }),
  { minLength: 4, maxLength: 8 },
);

const signs = fc.constantFrom(...'"\'\\/&<>%+=-_ \n\r\t…aZ09uxn');
const letters = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 });
const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

/** For tests only: with many of the signs that encodings treat in a way of their own. */
export const secretValue: fc.Arbitrary<string> = fc
  .array(fc.oneof(signs, { arbitrary: letters, weight: 3 }, anything), { minLength: 8, maxLength: 60 })
  .map((units) => units.join(''))
  .filter((value) => value.trim() === value && value.length >= 8);
