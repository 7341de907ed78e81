import type { Money } from '../../../model/money.ts';
import { moneyAmount, moneyOf } from '../../../model/money.ts';

/** Of ISO 13616: letters become numbers, the first four characters go to the end, and the rest of 97 is 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** Numbers of invoices as people write them: small letters, a space for the hyphen, or neither. */
export function invoiceNumbersIn(text: string): readonly string[] {
  const found = text.toUpperCase().matchAll(/(?<![A-Z0-9])([A-Z][A-Z0-9]{0,7}?)[ -]?(\d{6})(?!\d)/g);
  return [...new Set([...found].map(([, prefix, digits]) => `${prefix}-${digits}`))];
}

/** By what a booking is known again: the bank's own reference, since two people may pay the same on one day. */
export function bookingKey({ reference }: { readonly reference: string } & BookingFacts): string {
  return reference;
}

export interface BookingFacts {
  readonly bookedOn: string;
  readonly amount: Money;
  readonly text: string;
  readonly name: string;
}

/** The exact sum, by which the bank finds out whether the file is whole. */
export function controlSum(amounts: readonly Money[]): string {
  return moneyAmount(
    moneyOf(
      amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      'EUR',
    ),
  );
}

/** Text of other people within XML. */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
