import type { PriceKind, PriceModel } from '../../model/billing/price.ts';
import { type Counts, counted } from '../counts.ts';

const kinds: readonly PriceKind[] = [
  'flat',
  'per-unit',
  'graduated',
  'volume',
  'stairstep',
  'package',
  'percentage',
  'dynamic',
];
const known = new Set<string>(kinds);

/** A price model is known by its kind, wherever in a history or question it stands. */
export function priceCounts(values: readonly unknown[]): Counts {
  return counted(
    kinds,
    pricesIn(values).map(({ kind }) => [kind, 1]),
  );
}

function pricesIn(value: unknown): readonly PriceModel[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(pricesIn);
  const inner = Object.values(value).flatMap(pricesIn);
  return isPrice(value) ? [value, ...inner] : inner;
}

function isPrice(value: object): value is PriceModel {
  const { kind } = value as { readonly kind?: unknown };
  return typeof kind === 'string' && known.has(kind);
}
