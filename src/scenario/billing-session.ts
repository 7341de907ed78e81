import type { SteadyOperation } from '../target/load-recipe.ts';
import { TargetRefusal, type TargetSession } from '../target/session.ts';

/** A world of a target, as suites and steps see it. They know the scenario language and not the port behind it. */
export type BillingSession = TargetSession;

/** Each operation that a load generator plays at a steady rate, in the order in which reports show them. */
export const loadOperations: readonly SteadyOperation[] = ['usage.ingest', 'invoice.read', 'bill.run'];

/** The status with which the target refused, or "accepted" when it did not. Any other end of the attempt is thrown on. */
export async function refusalOf(attempt: Promise<unknown>): Promise<number | 'accepted'> {
  try {
    await attempt;
    return 'accepted';
  } catch (error) {
    if (error instanceof TargetRefusal) return error.status;
    throw error;
  }
}
