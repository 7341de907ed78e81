import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretValue, wrappings } from './any-wrapping.fixture.ts';
import { maskerOf } from './mask-secrets.ts';

const maskerFor = (value: string) => maskerOf([{ name: 'k', value }]);
const withoutMarks = (text: string) => text.replaceAll(/\[secret:(?:k|one|other)\]/g, '');
const sign = fc.constantFrom('', ' ', '"', '(', 'x', '=', '\n', ',');
const around = fc.record({ before: sign, after: sign });
const fewBytes = fc.uint8Array({ maxLength: 7 });
const inside = fc.record({ before: fewBytes, after: fewBytes, isTwice: fc.boolean() });

describe('of any secret nothing remains', () => {
  test('in any wrapping, in text and in bytes', () => {
    const property = fc.property(secretValue, wrappings, around, (value, ways, { before, after }) => {
      const masker = maskerFor(value);
      for (const { name, wrap } of ways) {
        const text = before + wrap(value) + after;
        const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
        const shown = [
          masker.text(text),
          Buffer.from(masker.bytes(Buffer.from(text))).toString(),
          Buffer.from(masker.bytes(wide)).toString('utf16le').slice(1),
        ];
        // Where the secret begins or ends with the same sign, either may be the one that is taken for its own.
        const left = [before + after, before, after, ''];
        for (const one of shown) expect(left, `${name}: ${one}`).toContain(withoutMarks(one));
      }
    });
    fc.assert(property, { numRuns: 12 });
  });

  const packings: readonly (readonly [string, (text: string) => string])[] = [
    ['as it is', (text) => text],
    ['in the alphabet of addresses', (text) => text.replaceAll('+', '-').replaceAll('/', '_')],
    ['in JSON', (text) => text.replaceAll('/', '\\/')],
    ['in an address', encodeURIComponent],
    ['in small letters', (text) => encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase())],
    ['in an address within one', (text) => encodeURIComponent(encodeURIComponent(text))],
  ];

  test('in base64 at any alignment, once or twice, but the letters that it shares with what stands beside it', () => {
    const property = fc.property(secretValue, inside, (value, { before, after, isTwice }) => {
      const once = Buffer.from(value);
      const inner = isTwice ? Buffer.from(once.toString('base64').replace(/=+$/, '')) : once;
      const packed = Buffer.concat([before, inner, after]).toString('base64');
      const [from, to] = [
        Math.ceil((before.length * 4) / 3),
        Math.floor(((before.length + inner.length) * 4) / 3),
      ];
      const masker = maskerFor(value);
      for (const [name, pack] of packings) {
        const beside = pack(packed.slice(0, from)) + pack(packed.slice(to));
        const left = withoutMarks(masker.text(pack(packed)));
        expect(left.length, `${name}: ${left}`).toBeLessThanOrEqual(beside.length);
      }
    });
    fc.assert(property, { numRuns: 15 });
  });

  test('beside another secret', () => {
    const property = fc.property(secretValue, secretValue, wrappings, (one, other, ways) => {
      const masker = maskerOf([
        { name: 'one', value: one },
        { name: 'other', value: other },
      ]);
      const texts = ways.map(({ wrap }, index) => wrap(index % 2 === 0 ? one : other));
      expect(withoutMarks(masker.text(texts.join('~')))).toMatch(/^~{0,7}$/);
    });
    fc.assert(property, { numRuns: 8 });
  });

  test('of many lines, however they are joined', () => {
    const line = fc
      .string({ unit: 'grapheme-ascii', minLength: 16, maxLength: 40 })
      .map((text) => `k${text.trim()}`)
      .filter((text) => text.length >= 16 && !text.endsWith('\\'));
    const key = fc.record({
      lines: fc.array(line, { minLength: 2, maxLength: 4 }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      joint: fc.constantFrom('\n', '\r\n', '\n   ', '\n> ', ' ', ''),
    });
    const property = fc.property(key, wrappings, ({ lines, end, joint }, ways) => {
      const masker = maskerFor(lines.join(end));
      for (const { name, wrap } of ways)
        expect(withoutMarks(masker.text(lines.map(wrap).join(joint))), name).toMatch(/^[\s>]*$/);
    });
    fc.assert(property, { numRuns: 8 });
  });

  test('cut behind its first six characters, before the mark of the cut', () => {
    const property = fc.property(secretValue, wrappings, fc.nat(60), (value, ways, at) => {
      const units = value.match(/\\+|[^\\]/gu) ?? [];
      const begun = units.slice(0, 6 + (at % Math.max(1, units.length - 6))).join('');
      fc.pre(units.length > 6 && !value.includes('…') && !begun.endsWith('\\'));
      const masker = maskerFor(value);
      // Of hex it takes twelve letters.
      for (const { name, wrap } of ways.filter((way) => !way.name.startsWith('hex')))
        expect(masker.text(`(${wrap(begun)}…)`), name).toMatch(/^\(?\[secret:k\]…\)$/);
    });
    fc.assert(property, { numRuns: 10 });
  });
});

test('what differs from a secret in one character comes back as it was', () => {
  // Longer ones are taken out as far as they fit; a sign that begins or ends an escape fits where it stands for itself.
  const value = fc
    .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 12 })
    .filter((text) => text.trim() === text && !/^[1;]|[%&Q=+\\]/.test(text));
  const property = fc.property(value, fc.nat(11), wrappings, (secret, at, ways) => {
    const masker = maskerFor(secret);
    const place = at % secret.length;
    const other = `${secret.slice(0, place)}Q${secret.slice(place + 1)}`;
    for (const { name, wrap } of ways) expect(masker.text(`(${wrap(other)})`), name).toBe(`(${wrap(other)})`);
    expect(masker.counted().count).toBe(0);
  });
  fc.assert(property, { numRuns: 15 });
});
