import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Money } from '../../model/money.ts';
import { formatMoney } from '../../model/money.ts';
import type { Capability } from '../capability.ts';
import type { TargetDescription } from '../description.ts';
import type { Settlement } from '../driver.ts';
import { TargetRefusal, type TargetSession } from '../session.ts';
import type { Intent } from '../wire.ts';

/** What a clause is given: the target's own description, and sessions with worlds of their own. */
export interface ContractWorld {
  readonly description: TargetDescription;
  /** `policy` is for a target that lets a world have habits of its own. */
  open(key: string, today: LocalDate, policy?: Partial<PolicyProfile>): Promise<TargetSession>;
  /** The world of that handle, as another process would come to it. */
  resume(handle: string): Promise<TargetSession>;
  /** A run beside this one, whose worlds are not this one's. */
  otherRun(name: string): OtherRun;
  /** Every write that the sessions have announced so far. */
  readonly announced: readonly Intent[];
  /** Null for a driver that cannot look writes up. */
  readonly settle: ((write: Intent) => Promise<Settlement>) | null;
}

export interface OtherRun {
  open(key: string, today: LocalDate): Promise<TargetSession>;
  leftovers(): Promise<readonly string[]>;
  cleanUp(): Promise<void>;
}

/** One promise that every driver keeps for the capabilities it declares. */
export interface ContractClause {
  /** A sentence that is true of a driver that keeps it. */
  readonly promise: string;
  /** Capabilities that it takes, the one that it is about last. */
  readonly needs: readonly Capability[];
  /** Entries of the policy profile that it holds the target to. */
  readonly habits?: readonly (keyof PolicyProfile)[];
  /** Throws ContractViolation when the promise is not kept. */
  verify(world: ContractWorld): Promise<void>;
}

/** Declared and not working. The message says what was found, what was expected, and what to mend. */
export class ContractViolation extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ContractViolation';
  }
}

export function requireThat(holds: boolean, violation: string): asserts holds {
  if (!holds) throw new ContractViolation(violation);
}

export function requireMoney(what: string, actual: Money, expected: Money): void {
  requireThat(
    actual.currency === expected.currency && actual.amountMinor === expected.amountMinor,
    `${what}: found ${formatMoney(actual)}, expected ${formatMoney(expected)}.`,
  );
}

/** The target must say no, and the driver must say so with TargetRefusal and nothing else. */
export async function requireRefusal(what: string, ask: () => Promise<unknown>): Promise<void> {
  const outcome = await ask().then(
    () => 'an answer',
    (error: unknown) => error,
  );
  requireThat(
    outcome instanceof TargetRefusal,
    `${what}: found ${String(outcome)}, expected a TargetRefusal.`,
  );
}
