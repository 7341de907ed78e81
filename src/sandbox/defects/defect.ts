import type { Procedures } from '../engine.ts';
import type { Rules } from '../rules/index.ts';

/** Where on an order's way to cash, what it does to the bill, and how bad that is. */
export const stages = [
  'catalog',
  'subscription',
  'usage',
  'rating',
  'invoicing',
  'tax',
  'payment',
  'credit',
  'ledger',
  'integration',
  'performance',
] as const;
export const effects = [
  'over-billed',
  'under-billed',
  'over-credited',
  'under-credited',
  'billed-twice',
  'lost',
  'wrong-period',
  'wrong-quote',
  'wrong-tax',
  'wrong-payment',
  'wrong-ledger',
  'missing-rows',
  'wrong-document',
  'disclosed',
  'late',
] as const;
export const severities = ['critical', 'major', 'minor'] as const;

/**
 * A billing bug that shipped somewhere, as replaced entries of the engine. Teams write their own past incidents so too.
 */
export interface Defect {
  /** What is wrong, in kebab case; also the name of its file. */
  readonly name: string;
  /**
   * The row of the list of real defects, such as "SUB-06"; the family alone, such as "RAT", where the defect is of the
   * family and the list has no row for it.
   */
  readonly row: string;
  /** The part of the row before the hyphen. */
  readonly family: string;
  readonly stage: (typeof stages)[number];
  readonly effect: (typeof effects)[number];
  readonly severity: (typeof severities)[number];
  readonly title: string;
  readonly rules?: Partial<Rules>;
  readonly procedures?: Partial<Procedures>;
}
