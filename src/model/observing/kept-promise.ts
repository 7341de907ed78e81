/**
 * How a target's driver stands to one promise of the contract.
 * kept: declared, and so it is. violated: declared, and not so. undeclared: it works, and nobody said so.
 * absent: not declared, and it does not work. unproven: the target did not answer, so that nobody can tell.
 */
export type PromiseResult = 'kept' | 'violated' | 'undeclared' | 'absent' | 'unproven';

/** One promise of the contract, as it was put to a target. */
export interface ProvenPromise {
  readonly promise: string;
  /** Capabilities that it takes. */
  readonly needs: readonly string[];
  /** What it is about: what is not shown to work when it is violated. */
  readonly shows: readonly string[];
  /** Entries of the policy profile that it holds the target to. */
  readonly habits: readonly string[];
  readonly result: PromiseResult;
  /** What was found and what was expected, or which capabilities are not declared; empty when it is kept. */
  readonly detail: string;
}

/** What `contract.json` holds: what a driver declares of its target, held against what the target does. */
export interface ContractDocument {
  readonly schema: 'tollgate/contract/1';
  readonly tollgateVersion: string;
  readonly driver: string;
  /** As the target names itself. */
  readonly target: { readonly name: string; readonly version: string };
  /** Of the driver, of its options, of the contract. */
  readonly digests: Readonly<Record<string, string>>;
  readonly verifiedAt: string;
  readonly capabilities: Readonly<Record<string, string>>;
  readonly promises: readonly ProvenPromise[];
  /** What the verification left in the target although it cleaned up. */
  readonly leftovers: readonly string[];
}
