import { isObject } from './fields.ts';

/** The same values with every whole number as the text that says the same: 30 days are "30" days. */
export function asTexts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, asText(value)]));
}

function asText(value: unknown): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return isObject(value) ? asTexts(value) : value;
}
