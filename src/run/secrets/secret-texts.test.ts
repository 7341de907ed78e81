import { describe, expect, test } from 'vitest';
import { maskerOf } from './mask-secrets.ts';

const lines = [
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
  'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
  'MzEfYyjiWA4R4/M2bS1+fWIcPm15j8Ez==',
];
const key = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n');

describe('a key of many lines is taken out', () => {
  test.each([
    ['as its file has it', key],
    ['with other line ends', key.replaceAll('\n', '\r\n')],
    ['indented', key.replaceAll('\n', '\n    ')],
    ['with spaces for line ends', key.replaceAll('\n', ' ')],
    ['in one line', key.replaceAll('\n', '')],
    ['without its frame', lines.join('\n')],
    ['in one line without its frame', lines.join('')],
    ['line by line in JSON', JSON.stringify(lines)],
    ['in a string literal', JSON.stringify(key.replaceAll('\n', '\r\n'))],
  ])('%s', (_name, text) => {
    const shown = maskerOf([{ name: 'pem', value: key }]).text(text);
    expect(shown).toContain('[secret:pem]');
    for (const line of lines)
      for (let at = 0; at + 6 <= line.length; at += 1) expect(shown).not.toContain(line.slice(at, at + 6));
  });

  test('also where a variable holds it in one line, with the line ends written out', () => {
    const masker = maskerOf([{ name: 'pem', value: key.replaceAll('\n', '\\n') }]);
    expect(masker.text(key)).toMatch(
      /^-----BEGIN PRIVATE KEY-----\n\[secret:pem\]\n.*KEY-----$|^\[secret:pem\]/s,
    );
    expect(masker.text(`the frame -----END PRIVATE KEY----- of another`)).toContain('-----END');
  });
});

test('a line that holds the two characters of a written line end is taken out like the others', () => {
  const password = 'S3cret\\n with both signs';
  const masker = maskerOf([{ name: 'k', value: `${password}\nand a line after it` }]);
  expect(masker.text(`(${password})`)).toBe('([secret:k])');
});

describe('of a secret', () => {
  const shown = (value: string, text: string) => maskerOf([{ name: 'k', value }]).text(text);

  test('what was sent of it is taken out: without white space, quotes and the name of its variable', () => {
    for (const value of [' S3cretValue!\n\n', 'API_KEY=S3cretValue!', 'export KEY_2="S3cretValue!"\n'])
      expect(shown(value, 'got S3cretValue! ok')).toBe('got [secret:k] ok');
  });

  test('short lines, and values that could be amounts, are not taken for it', () => {
    expect(shown('NODE_ENV=production\nA_KEY=S3cretValue!987xyz', 'production S3cretValue!987xyz')).toBe(
      'production [secret:k]',
    );
    expect(shown('LIMIT_MINOR=1234567890', 'charged 1234567890')).toBe('charged 1234567890');
  });
});
