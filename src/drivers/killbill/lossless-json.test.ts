import { describe, expect, test } from 'vitest';
import { jsonNumber, parseLossless } from './lossless-json.ts';

describe('JSON without floats', () => {
  test('a number is the digits that were written, and nothing else changes', () => {
    expect(
      parseLossless('{"amount":999999999999999.99,"list":[1.10,-0.5],"text":"1.10","none":null}'),
    ).toEqual({
      amount: '999999999999999.99',
      list: ['1.10', '-0.5'],
      text: '1.10',
      none: null,
    });
  });

  test('an exponent is written out', () => {
    expect(parseLossless('[0E-9, 1E+2, 12.5e1, 5e-3]')).toEqual(['0.000000000', '100', '125', '0.005']);
  });

  test('a decimal is sent as a number with all its digits', () => {
    expect(JSON.stringify({ amount: jsonNumber('0.10000000000000000001') })).toBe(
      '{"amount":0.10000000000000000001}',
    );
  });
});
