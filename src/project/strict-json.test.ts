import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeJsonRefusal, readStrictJson } from './strict-json.ts';

function refusalOf(text: string, bytesMax?: number): string {
  const read = readStrictJson(text, { shownAs: 'a.json', ...(bytesMax === undefined ? {} : { bytesMax }) });
  return read.kind === 'read' ? `read ${JSON.stringify(read.value)}` : describeJsonRefusal(read);
}

test('what JSON.stringify writes is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const isPlain = !/__proto__|constructor|prototype/.test(text) && isWhole(value);
      fc.pre(isPlain);
      expect(readStrictJson(text, { shownAs: 'a.json' })).toEqual({ kind: 'read', value: JSON.parse(text) });
    }),
  );
});

test('what is refused by JSON.parse is refused here', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ue0-1.+tn\n ') }), (text) => {
      const isRead = readStrictJson(text, { shownAs: 'a.json' }).kind === 'read';
      expect(isRead && !isJson(text)).toBe(false);
    }),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isWhole(value: unknown): boolean {
  const texts: string[] = [];
  JSON.stringify(value, (key, inner: unknown) => {
    texts.push(key, ...(typeof inner === 'string' ? [inner] : []));
    return inner;
  });
  return texts.every((text) => text.isWellFormed());
}

describe('refused with line and column', () => {
  test.each([
    ['nothing', '', 'a.json:1:1: found the end of the file, expected a value of JSON'],
    ['NaN', '[\n  {"a": NaN}]', 'a.json:2:9: [0].a: found NaN, expected a value of JSON'],
    ['Infinity', '-Infinity', 'a.json:1:1: found "-", expected a value of JSON'],
    ['a number too large', '1e999', 'a.json:1:1: found 1e999, which no number can hold'],
    ['a leading zero', '[010]', 'a.json:1:2: [0]: found "01", expected a number'],
    [
      '__proto__',
      '{"a": {"__proto__": 1}}',
      'a.json:1:8: a.__proto__: found the key "__proto__", which no file may hold',
    ],
    [
      '__proto__ in escapes',
      '{"\\u005f_proto__": 1}',
      'a.json:1:2: __proto__: found the key "__proto__", which no file may hold',
    ],
    [
      'constructor',
      '{"constructor": 1}',
      'a.json:1:2: constructor: found the key "constructor", which no file may hold',
    ],
    ['a key twice', '{"a": 1,\n "a": 2}', 'a.json:2:2: a: found the key "a" twice, expected each once'],
    [
      'a key twice by escape',
      '{"a": 1, "\\u0061": 2}',
      'a.json:1:10: a: found the key "a" twice, expected each once',
    ],
    [
      'data after the end',
      '{} {}',
      'a.json:1:4: found "{", expected the end of the file, because its value is complete',
    ],
    [
      'a lone surrogate',
      '["\\ud83d"]',
      'a.json:1:2: [0]: found half of a character (a lone surrogate) in a text',
    ],
    ['a comma too much', '[1,]', 'a.json:1:4: [1]: found "]", expected a value of JSON'],
    ['a comment', '// x\n1', 'a.json:1:1: found "/", expected a value of JSON'],
    ['NUL', '"a\u0000"', 'a.json:1:3: found U+0000, expected no control character in a text'],
    ['an open text', '["a', 'a.json:1:2: [0]: found a text without its closing quote'],
    ['a false escape', '"\\x41"', 'a.json:1:3: found x, expected a known sign after \\'],
    ['a second value in a list', '[1 2]', 'a.json:1:4: found "2", expected "]"'],
  ])('%s', (_what, text, message) => {
    expect(refusalOf(text)).toBe(message);
  });

  test('a million levels, at once', () => {
    expect(refusalOf('['.repeat(1_000_000))).toMatch(
      /^a\.json:1:202: .*found more than 200 levels of nesting$/,
    );
    expect(refusalOf('{"a":'.repeat(1_000_000))).toMatch(/more than 200 levels of nesting$/);
  });

  test('more bytes than are allowed', () => {
    expect(refusalOf('"äää"', 7)).toBe('a.json:1:1: found 8 bytes, expected at most 7');
    expect(refusalOf('"äää"', 8)).toBe('read "äää"');
  });
});

test('a byte order mark and a whole emoji are no mistake', () => {
  expect(refusalOf('\ufeff{"a": "\\ud83d\\ude00"}')).toBe('read {"a":"😀"}');
});
