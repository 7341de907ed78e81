import { type Decimal, decimalFrom, decimalParts } from '../../model/decimal.ts';

/** What TypeScript's library does not know of JSON yet: the text that a number was written as, on the way in and out. */
interface ExactJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
}

const exactJson = JSON as unknown as ExactJson;

/** JSON with each number as a plain decimal text, so that no amount is ever a float. */
export function parseLossless(text: string): unknown {
  return exactJson.parse(text, (_key, value, { source }) =>
    typeof value === 'number' ? plainDecimal(source ?? '') : value,
  );
}

/** A decimal that is sent as a JSON number, digit by digit. */
export function jsonNumber(decimal: Decimal): unknown {
  return exactJson.rawJSON(decimal);
}

/** "0E-9" is "0.000000000", "1E+2" is "100". */
function plainDecimal(source: string): Decimal {
  const [digits = '', exponent = '0'] = source.toLowerCase().split('e');
  const { digits: whole, scale } = decimalParts(digits);
  const places = scale - Number.parseInt(exponent, 10);
  return places >= 0 ? decimalFrom(whole, places) : decimalFrom(whole * 10n ** BigInt(-places), 0);
}
