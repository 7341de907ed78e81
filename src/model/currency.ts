import { HarnessFault } from './fault.ts';

/** An ISO 4217 alphabetic code, upper case. */
export type CurrencyCode = string;

/**
 * Minor-unit digits by ISO 4217 (list one, amendment 177). Two digits is the rule; only the exceptions and the
 * currencies in common use are listed, so that a misspelt code is refused and not taken for a two-digit currency.
 */
const minorDigits: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    `AED ALL AMD ARS AUD AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CHF CNY COP CRC CZK DKK DOP DZD EGP ETB EUR FJD GBP GEL GHS GTQ HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KZT LAK LBP LKR MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SCR SEK SGD THB TRY TTD TWD TZS UAH USD UYU UZS XCD YER ZAR ZMW`
      .split(' ')
      .map((code) => [code, 2]),
  ),
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

export function isCurrency(code: string): boolean {
  return Object.hasOwn(minorDigits, code);
}

/** Digits after the point that the currency's minor unit has: EUR 2, JPY 0, KWD 3, CLF 4. Throws for an unknown code. */
export function minorUnitDigits(currency: CurrencyCode): number {
  const digits = Object.hasOwn(minorDigits, currency) ? minorDigits[currency] : undefined;
  if (digits === undefined) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found currency "${currency}", expected an ISO 4217 code such as EUR, JPY or KWD.`,
      hint: 'Write the three-letter code in capitals.',
    });
  }
  return digits;
}
