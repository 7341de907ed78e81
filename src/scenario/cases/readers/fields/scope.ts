import type { Decimal } from '../../../../model/decimal.ts';
import type { Fields } from '../../fields.ts';

/** Where a situation's fields are looked for: first in the situation itself, then in what all of them share. */
export type Scope = readonly Fields[];

export function holder(
  scope: Scope,
  ...keys: readonly string[]
): { readonly fields: Fields; readonly key: string } | null {
  for (const key of keys) {
    const fields = scope.find((one) => one.has(key));
    if (fields !== undefined) return { fields, key };
  }
  return null;
}

export function decimalIn(scope: Scope, ...keys: readonly string[]): Decimal | null {
  const found = holder(scope, ...keys);
  return found === null ? null : found.fields.decimal(found.key);
}
