import { expect, test } from 'vitest';
import { maskerOf } from './mask-secrets.ts';

const report = (value: string) => `<testsuite name="${value}"/>`;

test('a secret in UTF-16 is taken out of bytes, and the rest stays readable', () => {
  const masker = maskerOf([{ name: 'k', value: 'S3cret&alue!' }]);
  for (const mark of ['\uFEFF', '']) {
    const [given, wanted] = [report('S3cret&amp;alue!'), report('[secret:k]')].map((text) =>
      Buffer.from(mark + text, 'utf16le'),
    );
    expect(Buffer.from(masker.bytes(given ?? Buffer.alloc(0)))).toEqual(wanted);
    expect(Buffer.from(masker.bytes(given?.swap16() ?? Buffer.alloc(0)))).toEqual(wanted?.swap16());
  }
  expect(masker.counted().count).toBe(4);
});

test('a record keeps the names of its fields when a secret is one of them', () => {
  const record = { kind: 'evidence', evidence: { name: 'x' }, titlePath: ['x'] };
  expect(maskerOf([{ name: 'k', value: 'evidence' }]).value(record)).toEqual(record);
  expect(maskerOf([{ name: 'k', value: 'titlePath' }]).value(record)).toEqual(record);
});
