import { type Fields, isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

const lengths = [
  'months',
  'invoices',
  'periods',
  'cycles',
  'billingCycles',
  'duration',
  'durationMonths',
  'durationInMonths',
  'frequency',
  'frequencyDuration',
  'recurringValue',
  'limit',
  'uses',
  'maxUses',
];

/** Words for a coupon that comes back for as many invoices as another field says. */
const comesBack: readonly unknown[] = ['recurring', 'repeating'];

/** Whether a coupon says for how many invoices it is. */
export function statesLength(coupon: unknown): boolean {
  return isObject(coupon) && lengths.some((key) => Object.hasOwn(coupon, key));
}

/** Whether it may be months that are counted, and not invoices. */
export function countsMonths(coupon: Fields): boolean {
  const clear: readonly unknown[] = [...comesBack, 'once', 'forever'];
  return lengths.some(
    (key) => coupon.has(key) && !countsInvoices.includes(key) && !clear.includes(coupon.peek(key)),
  );
}

const countsInvoices = ['invoices', 'billingCycles', 'cycles', 'uses', 'maxUses'];

/** For how many invoices a coupon is; null is for ever. */
export function couponLength(coupon: Fields): number | null {
  if (coupon.has('once')) return coupon.raw('once') === true ? 1 : null;
  const stated = lengths.filter((name) => coupon.has(name));
  const worded = stated.find((name) => comesBack.includes(coupon.peek(name)));
  if (worded !== undefined) coupon.raw(worded);
  const key = stated.find((name) => name !== worded);
  if (key !== undefined) return lengthIn(coupon, key);
  if (worded === undefined) return 1;
  throw new Inexpressible(`for how many invoices a coupon lasts that is "${coupon.text(worded)}"`);
}

function lengthIn(coupon: Fields, key: string): number | null {
  const length = coupon.peek(key);
  if (length === 'once' || length === 'forever') {
    coupon.raw(key);
    return length === 'once' ? 1 : null;
  }
  if (typeof length === 'string' && /^[a-z]/i.test(length))
    throw new Inexpressible(`for how many invoices a coupon lasts that is "${length}"`);
  return coupon.count(key);
}
