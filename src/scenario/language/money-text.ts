import { isCurrency, minorUnitDigits } from '../../model/currency.ts';
import type { Decimal } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';
import { displayMoney, type Money, parseMoney } from '../../model/money.ts';

const pattern = /^([A-Z]{3}) (-?\d{1,3}(?:,\d{3})*)(?:\.(\d+))?$/;

/** A price of one unit, which may have more digits than the currency: "EUR 0.002". */
export interface UnitPrice {
  readonly currency: string;
  readonly amount: Decimal;
}

/** Reads "EUR 1,200.00": code, thousands in groups, and exactly the currency's digits after the point. */
export function readMoney(text: string): Money {
  const { currency, whole, digits } = parts(text, 'EUR 1,200.00');
  const wanted = minorUnitDigits(currency);
  if (digits.length !== wanted) {
    const example = displayMoney({ currency, amountMinor: 120n * 10n ** BigInt(wanted) });
    throw notAnAmount(text, `${wanted} digits after the point, because ${currency} has ${wanted}`, example);
  }
  return parseMoney(digits === '' ? whole : `${whole}.${digits}`, currency);
}

/** Reads "EUR 0.002": at least the currency's digits after the point, because a unit price may have more. */
export function readUnitPrice(text: string): UnitPrice {
  const { currency, whole, digits } = parts(text, 'EUR 0.002');
  const wanted = minorUnitDigits(currency);
  if (digits.length < wanted)
    throw notAnAmount(
      text,
      `at least ${wanted} digits after the point`,
      `${currency} 0.${'0'.repeat(wanted)}5`,
    );
  return { currency, amount: digits === '' ? whole : `${whole}.${digits}` };
}

function parts(text: string, example: string) {
  const match = pattern.exec(text.trim());
  const [, currency = '', whole = '', digits = ''] = match ?? [];
  if (match === null) throw notAnAmount(text, 'code, space, thousands in groups of three, point', example);
  if (!isCurrency(currency)) throw notAnAmount(text, 'an ISO 4217 code in capitals', example);
  return { currency, whole: whole.replaceAll(',', ''), digits };
}

function notAnAmount(text: string, expected: string, example: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found the amount "${text}", expected ${expected}.`,
    hint: `Write it like ${example}.`,
  });
}
