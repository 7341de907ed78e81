import { type CurrencyCode, minorUnitDigits } from './currency.ts';
import { type Decimal, decimalFrom, decimalParts } from './decimal.ts';
import { HarnessFault } from './fault.ts';

/**
 * An exact amount: an integer number of the currency's minor units. This module represents, reads, writes, compares and
 * adds; it never rounds or shares out, so that no rounding mistake can be common to target side and oracle.
 */
export interface Money {
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
}

export function moneyOf(amountMinor: bigint, currency: CurrencyCode): Money {
  minorUnitDigits(currency);
  return { currency, amountMinor };
}

/** Reads "12.34" EUR exactly. Throws when the text has more digits than the currency's minor unit, unless they are zeros. */
export function parseMoney(text: Decimal, currency: CurrencyCode): Money {
  const { digits, scale } = decimalParts(text);
  const wanted = minorUnitDigits(currency);
  if (scale <= wanted) return { currency, amountMinor: digits * 10n ** BigInt(wanted - scale) };
  const surplus = 10n ** BigInt(scale - wanted);
  if (digits % surplus !== 0n) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found ${currency} ${text}, expected at most ${wanted} digits after the point.`,
      hint: `${currency} has ${wanted} minor digits (ISO 4217); give the amount in whole minor units.`,
    });
  }
  return { currency, amountMinor: digits / surplus };
}

/** The amount alone, with exactly the currency's digits: "12.30". */
export function moneyAmount(money: Money): Decimal {
  return decimalFrom(money.amountMinor, minorUnitDigits(money.currency));
}

/** "EUR 1234.50", the form used on the wire, in journals and in messages. */
export function formatMoney(money: Money): string {
  return `${money.currency} ${moneyAmount(money)}`;
}

/** "EUR 1,234.50", the form that people read in reports and features. */
export function displayMoney(money: Money): string {
  const [whole = '', fraction] = moneyAmount(money).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${money.currency} ${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

export function zeroMoney(currency: CurrencyCode): Money {
  return moneyOf(0n, currency);
}

export function negateMoney(money: Money): Money {
  return { currency: money.currency, amountMinor: -money.amountMinor };
}

export function addMoney(left: Money, right: Money): Money {
  refuseMixed(left, right);
  return { currency: left.currency, amountMinor: left.amountMinor + right.amountMinor };
}

export function subtractMoney(left: Money, right: Money): Money {
  return addMoney(left, negateMoney(right));
}

export function sumMoney(amounts: Iterable<Money>, currency: CurrencyCode): Money {
  let sum = zeroMoney(currency);
  for (const amount of amounts) sum = addMoney(sum, amount);
  return sum;
}

export function equalMoney(left: Money, right: Money): boolean {
  return left.currency === right.currency && left.amountMinor === right.amountMinor;
}

/** Negative, zero or positive. Throws when the currencies differ: amounts are never compared across currencies. */
export function compareMoney(left: Money, right: Money): number {
  refuseMixed(left, right);
  if (left.amountMinor === right.amountMinor) return 0;
  return left.amountMinor < right.amountMinor ? -1 : 1;
}

function refuseMixed(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new MixedCurrencies(left, right);
}

/** Currencies are never netted. What comes together in a check, one of it asked of the target, is the target's wrong answer. */
class MixedCurrencies extends Error {
  constructor(left: Money, right: Money) {
    super(
      `Found ${formatMoney(left)} and ${formatMoney(right)} in one sum, expected amounts of one currency: convert with a stated rate first.`,
    );
    this.name = 'MixedCurrencies';
  }
}
