import { isObject } from './fields.ts';

/** The same values with every whole number as the text that says the same, 30 days as "30" days, and "usd" as "USD". */
export function asTexts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      isCode(key, value) ? value.toUpperCase() : asText(value),
    ]),
  );
}

function isCode(key: string, value: unknown): value is string {
  return key === 'currency' && typeof value === 'string';
}

function asText(value: unknown): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return isObject(value) ? asTexts(value) : value;
}

/** What a situation may have none of: said by nothing, by null and by an empty list alike. */
const mayBeNone = [
  'taxes',
  'coupons',
  'coupon',
  'discounts',
  'discount',
  'commitment',
  'credits',
  'charges',
  'groupBy',
  'freeUnits',
  'trialDays',
];

/** Without those that are stated to be none, beside the amounts or in the price, the plan or the subscription. */
export function withoutNone(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const stated = Object.entries(values).filter(([key, value]) => !(mayBeNone.includes(key) && isNone(value)));
  return Object.fromEntries(
    stated.map(([key, value]) => [key, isObject(value) ? withoutNone(value) : value]),
  );
}

function isNone(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
