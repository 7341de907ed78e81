import { contract } from '../target/contract/contract.ts';
import type { Driver, TargetAddress } from '../target/driver.ts';
import type { OfferedSession } from '../target/session.ts';
import type { Wire } from '../target/wire.ts';
import type { PromiseAnswer } from './agent-protocol.ts';
import { withAllVerbs } from './all-verbs.ts';
import { verifyClause } from './verify-clause.ts';

/** `tollgate/contract`: one promise, to be put to a driver by a test of its author's. */
export interface OwnPromise {
  readonly promise: string;
  /** Never throws for what the target does: `violated` and `unproven` say in `detail` what was found and expected. */
  prove(): Promise<PromiseAnswer>;
}

const silentWire: Wire = {
  intent: async () => '',
  outcome: () => undefined,
  exchange: () => undefined,
};

/** The whole contract, in the order in which a driver is best written. It writes to the target at that address. */
export function contractOf(
  driver: Driver<OfferedSession>,
  address: TargetAddress,
  runId = `contract-${process.pid}`,
): readonly OwnPromise[] {
  const whole = withAllVerbs(driver);
  return contract.map((clause) => ({
    promise: clause.promise,
    prove: async () => {
      const description = await whole.describe(address);
      return verifyClause(clause, { driver: whole, address, description, runId, wire: silentWire });
    },
  }));
}
