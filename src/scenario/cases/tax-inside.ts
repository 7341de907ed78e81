import type { OpenCase } from './case-reader.ts';
import { isObject } from './fields.ts';

/** Where a case says whether its amounts hold their tax. */
export const taxInsideKeys: readonly string[] = [
  'inclusive',
  'taxInclusive',
  'pricesIncludeTax',
  'prices',
  'taxMode',
  'taxBehavior',
  'taxBehaviour',
];

export const grossWords: readonly unknown[] = [true, 'gross', 'inclusive', 'tax inclusive', 'included'];

/** Whether the case says so anywhere: beside its amounts, in its rules, with its taxes or in its situations. */
export function holdsTax({ case: { given } }: OpenCase): boolean {
  const lists = [given['taxes'], given['cases'], given['lines']].flatMap((list) =>
    Array.isArray(list) ? (list as readonly unknown[]) : [],
  );
  return [given, given['rules'], ...lists].some(
    (holder) => isObject(holder) && taxInsideKeys.some((key) => grossWords.includes(holder[key])),
  );
}
