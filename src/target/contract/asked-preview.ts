import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { canonicalDecimal, isDecimal } from '../../model/decimal.ts';
import type { Capability } from '../capability.ts';
import { type ContractClause, requireThat } from './clause.ts';
import { firstDay } from './starting-point.ts';

/** Part of a right answer: what a head can work out. */
type Expected = { readonly kind: CalculationAnswer['kind'] } & Readonly<Record<string, unknown>>;

/** A clause that puts one question, and looks for these parts in its answer. */
export function asked(
  promise: string,
  needs: readonly Capability[],
  [question, expected]: readonly [Calculation, Expected],
): ContractClause {
  return {
    promise,
    needs,
    verify: async (world) => {
      const session = await world.open(`preview-${needs.join('-')}`, firstDay);
      const answer = await session.preview(question);
      requireThat(
        holds(answer, expected),
        `${question.kind}: found ${JSON.stringify(answer)}, expected ${JSON.stringify(expected)} in it.`,
      );
    },
  };
}

/** Every field that is expected, by value: "1.50" and "1.5" are one number. */
function holds(found: unknown, expected: unknown): boolean {
  if (typeof expected === 'string') return typeof found === 'string' && sameText(found, expected);
  if (typeof expected !== 'object' || expected === null) return found === expected;
  if (typeof found !== 'object' || found === null) return false;
  if (Array.isArray(expected) && expected.length !== (found as readonly unknown[]).length) return false;
  return Object.entries(expected).every(([key, value]) =>
    holds((found as Readonly<Record<string, unknown>>)[key], value),
  );
}

function sameText(left: string, right: string): boolean {
  if (!isDecimal(left) || !isDecimal(right)) return left === right;
  return canonicalDecimal(left) === canonicalDecimal(right);
}
