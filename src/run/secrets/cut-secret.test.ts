import { expect, test } from 'vitest';
import { endOf } from '../processes/tool-output.ts';
import { maskerOf } from './mask-secrets.ts';

const value = 'S3cret/Value&987654321';

test('a secret that was cut is masked before the mark of the cut, and nowhere else', () => {
  const masker = maskerOf([{ name: 'k', value }]);
  for (let length = 6; length < value.length; length += 1) {
    const text = `{"token":"${value.slice(0, length)}…`;
    expect(masker.text(text)).toBe('{"token":"[secret:k]…');
    expect(Buffer.from(masker.bytes(Buffer.from(text))).toString()).toBe('{"token":"[secret:k]…');
  }
  expect(masker.text('S3cret%2FVal%7… (900 characters)')).toMatch(/^\[secret:k\]… \(900/);
  expect(masker.text('S3cret/Val is no… S3cre…')).toBe('S3cret/Val is no… S3cre…');
});

test('the end of an output begins with a whole line, or a whole word of the only one', () => {
  expect(endOf(`first ${value}\nsecond`, 16)).toBe('second');
  expect(endOf(`bearer ${value} refused`, 16)).toBe('refused');
  expect(endOf(value, 16)).toBe('');
  expect(endOf(value, 22)).toBe(value);
});
