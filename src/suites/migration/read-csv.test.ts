import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../model/billing/bill-extract.ts';
import { field, readCsv } from './read-csv.ts';

describe('reading CSV', () => {
  test('gives back what was written, whatever stands in it', () => {
    const text = fc.string().map((drawn) => drawn.replaceAll('\r', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const read = readCsv('x.csv', csvText([['a', 'b'], ...rows]));
        expect(read.map((row) => [field(row, 'a'), field(row, 'b')])).toEqual(rows);
      }),
    );
  });

  test.each([
    ['a torn last line', 'a,b\n1,2'],
    ['a field too few', 'a,b\n1\n'],
    ['a field too many', 'a,b\n1,2,3\n'],
    ['a quote that never ends', 'a,b\n"1,2\n'],
    ['text after a quote', 'a,b\n"1"x,2\n'],
  ])('refuses %s', (_name, text) => {
    expect(() => readCsv('x.csv', text)).toThrow(/in x\.csv, expected/);
  });

  test('refuses a column that is not there', () => {
    expect(() => field({ a: '1' }, 'b')).toThrow(/no column "b"/);
  });
});
