import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskerOf } from './mask-secrets.ts';

const secret = 'Pl4nt3d/"key"+ä&<\\ one~é';
const named = { name: 'apiKey', value: secret };

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const html = (text: string) => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
const namedHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const ascii = (text: string) =>
  json(text).replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
const everyByte = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  JSON: json,
  'JSON in JSON in JSON': (text) => json(json(json(text))),
  'JSON in ASCII': ascii,
  percent: encodeURIComponent,
  'percent in small letters': (text) => encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase()),
  'percent of everything': everyByte,
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'a form': (text) => new URLSearchParams({ x: text }).toString().slice(2),
  'HTML in numbers': html,
  'HTML in names': namedHtml,
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'basic authentication': (text) => Buffer.from(`user:${text}`).toString('base64'),
  'base64 twice': (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  'base64 in a URL': (text) => encodeURIComponent(Buffer.from(`a${text}`).toString('base64')),
};

describe('a secret', () => {
  test.each(Object.entries(encodings))('in %s is found in text and in bytes', (_name, encode) => {
    const masker = maskerOf([named]);
    const text = `before ${encode(secret)} after`;
    expect(masker.text(text)).toMatch(/^before \S{0,8}\[secret:apiKey\]\S{0,6} after$/);
    const bytes = Buffer.from(masker.bytes(Buffer.from(text))).toString('utf8');
    expect(bytes).toBe(masker.text(text));
    expect(masker.counted()).toEqual({ count: 3, bySecret: { apiKey: 3 } });
  });

  test('of any letters is found in every encoding, whatever stands around it', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
      .filter((text) => text.isWellFormed());
    const around = fc.string({ maxLength: 5 });
    fc.assert(
      fc.property(value, around, around, (any, before, after) => {
        const masker = maskerOf([{ name: 'x', value: any }]);
        for (const shift of ['', 'a', 'ab']) {
          const packed = Buffer.from(`${shift}${any}${after}`).toString('base64');
          expect(masker.text(`${before}${packed}`)).toContain('[secret:x]');
        }
        for (const encode of [encodings['raw'], json, encodeURIComponent, html]) {
          if (encode === undefined) continue;
          expect(masker.text(before + encode(any) + after)).toContain('[secret:x]');
          expect(Buffer.from(masker.bytes(Buffer.from(before + encode(any) + after))).toString()).toContain(
            '[secret:x]',
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  test('is masked in fields that are called as ours in an answer of the target', () => {
    const masker = maskerOf([{ name: 'key', value: 'hk_9Xq2Lm47Tz' }]);
    const answer = { status: 'hk_9Xq2Lm47Tz', result: 'token hk_9Xq2Lm47Tz', cause: 'environment' };
    expect(masker.value(answer)).toEqual({
      status: '[secret:key]',
      result: 'token [secret:key]',
      cause: 'environment',
    });
  });

  test('is masked deep in a record, and our own words and names of fields stay', () => {
    const masker = maskerOf([
      { name: 'word', value: 'integration' },
      { name: 'long', value: 'integration-tests-key' },
    ]);
    const record = {
      kind: 'check-finished',
      phase: 'integration',
      checkId: 'integration-0123456789',
      checks: ['integration-0123456789'],
      error: { message: 'an integration-tests-key', stack: ['of integration'], integration: 1n, none: null },
      headers: { integration: '1', status: 'integration' },
    };
    expect(masker.value(record)).toEqual({
      ...record,
      error: { message: 'an [secret:long]', stack: ['of [secret:word]'], integration: 1n, none: null },
      headers: { '[secret:word]': '1', status: '[secret:word]' },
    });
    expect(masker.counted()).toEqual({ count: 4, bySecret: { word: 3, long: 1 } });
  });

  test('of many lines is taken out whole, and what only begins like it as far as it does', () => {
    const key = `-----BEGIN KEY-----\n${'MIIEvQ0x+/'.repeat(900)}\n-----END KEY-----`;
    const masker = maskerOf([{ name: 'pem', value: key }]);
    for (const encode of Object.values(encodings))
      expect(masker.text(`before ${encode(key)} after`)).toMatch(
        /^before \S{0,8}\[secret:pem\]\S{0,6} after$/,
      );
    expect(masker.text(`before ${key.slice(0, 200)} after`)).toMatch(/^before \[secret:pem\]\S{0,24} after$/);
  });

  test('that is nowhere leaves bytes that are no text as they were', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
    expect(maskerOf([named]).bytes(bytes)).toBe(bytes);
    const cut = Buffer.concat([bytes, Buffer.from(secret), bytes]);
    const masked = Buffer.from(maskerOf([named]).bytes(cut));
    expect(masked).toEqual(Buffer.concat([bytes, Buffer.from('[secret:apiKey]'), bytes]));
  });

  test('amounts and ordinary words are never mangled by another secret', () => {
    const text = '{"amount":"1000.00","net":12345678,"text":"Key of the planted tree"}';
    expect(maskerOf([named]).text(text)).toBe(text);
  });
});
