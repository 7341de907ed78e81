import { describe, expect, test } from 'vitest';
import { maskerOf } from './mask-secrets.ts';

const header = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.';
const admin = `${header}eyJzdWIiOiJhZG1pbiIsInNjb3BlIjoiYWxsIn0.${'A'.repeat(32)}`;
const bob = `${header}eyJzdWIiOiJib2IifQ.BBBBBBBBBBBBBBBBBBBBBB-secret-sig`;

describe('secrets beside one another', () => {
  test('that begin alike are both taken out whole', () => {
    const masker = maskerOf([
      { name: 'admin', value: admin },
      { name: 'bob', value: bob },
    ]);
    expect(masker.text(`${bob} then ${admin}`)).toBe('[secret:bob] then [secret:admin]');
    expect(masker.text(Buffer.from(`usr:${bob}`).toString('base64'))).toMatch(
      /^\S{5,6}\[secret:bob\]\S{0,4}$/,
    );
    expect(masker.counted()).toEqual({ count: 3, bySecret: { admin: 1, bob: 2 } });
  });

  test('the shorter of which begins the longer are each named as what they are', () => {
    const value = 'sk_test_51Habcdefghijklmn';
    const masker = maskerOf([
      { name: 'long', value: `${value}op-and-more` },
      { name: 'short', value },
    ]);
    expect(masker.text(`${value}op-and-more ${value}`)).toBe('[secret:long] [secret:short]');
  });

  test('that overlap are one piece, named for the first', () => {
    const masker = maskerOf([
      { name: 'one', value: 'abcdefgh' },
      { name: 'two', value: 'efghijklmnop' },
    ]);
    expect(masker.text('in abcdefghijklmnop.')).toBe('in [secret:one].');
    expect(masker.text('efghijklmnopabcdefgh')).toBe('[secret:two][secret:one]');
  });

  test('of which only the beginning stands there is taken out to the last character that fits', () => {
    const masker = maskerOf([{ name: 'bob', value: bob }]);
    expect(masker.text(`${bob.slice(0, 41)}? ${bob.slice(0, 24)}`)).toBe('[secret:bob]? [secret:bob]');
  });

  test('of like letters are not looked for at each of them', () => {
    const masker = maskerOf([{ name: 'a', value: 'a'.repeat(1_000) }]);
    expect(masker.text('a'.repeat(3_000))).toBe('[secret:a]');
  });
});

describe('a secret with backslashes', () => {
  const value = 'a\\"b\\\\\\\\c\\\nd\\u\\';
  const json = (text: string) => JSON.stringify(text).slice(1, -1);

  test('is found however deep it is wrapped', () => {
    const masker = maskerOf([{ name: 'k', value }]);
    for (const text of [value, json(value), json(json(value)), json(json(json(value)))])
      expect(masker.text(`x${text}x`)).toBe('x[secret:k]x');
    expect(masker.text(`x${encodeURIComponent(value)}x`)).toBe('x[secret:k]x');
  });

  test('is looked for in runs of backslashes in one go', () => {
    const text = `${value.slice(0, 4)}${'\\'.repeat(400)}`.repeat(500);
    expect(maskerOf([{ name: 'k', value }]).text(text)).toBe(text);
  });
});

test.each([
  ['HTML in HTML', (text: string) => text.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;')],
  ['percent four times', (text: string) => [1, 2, 3, 4].reduce(encodeURIComponent, text)],
  [
    'bytes of a string literal',
    (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16)}`).join(''),
  ],
])('a secret in %s is found', (_name, encode) => {
  const masker = maskerOf([{ name: 'k', value: 'Tr0ub&<dor/3 % ä=z' }]);
  expect(masker.text(`"${encode('Tr0ub&<dor/3 % ä=z')}"`)).toBe('"[secret:k]"');
});
