/** What a proof was made with, each as a digest, by kind: suites, steps, features, data, defects and all that they work with. */
export type ProofDigests = Readonly<Record<string, string>>;

/** How one defect ended. */
export interface ProvenDefect {
  readonly name: string;
  readonly row: string;
  readonly family: string;
  readonly stage: string;
  readonly effect: string;
  readonly severity: string;
  readonly title: string;
  readonly ending: 'caught' | 'missed' | 'unproven';
  /** The check that caught it, or null. `http`: with a run of its own against a sandbox in a process of its own. */
  readonly caughtBy: {
    readonly check: string;
    readonly phase: string;
    readonly title: string;
    readonly way: 'memory' | 'http';
    /** Null for the seed of the proof. With a further one: a run with the proof's seed lets the defect through. */
    readonly furtherSeed: number | null;
    readonly detail: string;
  } | null;
  /** Why nothing can be said; empty otherwise. */
  readonly reason: string;
  /** Checks that came to no result with it. */
  readonly broken: readonly { readonly check: string; readonly detail: string }[];
  /** How many checks call what the defect replaces. Only they are played: the others go the same way with it as without. */
  readonly reachedBy: number;
  readonly seconds: number;
}

/** What `proof.json` holds: what the suites caught of the known defects, and what not. */
export interface ProofDocument {
  readonly schema: 'tollgate/proof/1';
  readonly digests: ProofDigests;
  readonly tollgateVersion: string;
  readonly seed: number;
  /** Empty lists are all phases and all defects. A proof that leaves out any is never cited. */
  readonly scope: {
    readonly phases: readonly string[];
    readonly defects: readonly string[];
    /** Of further defects from elsewhere; null for none. */
    readonly defectsDigest: string | null;
  };
  readonly finishedAt: string;
  readonly seconds: number;
  readonly checks: { readonly played: number; readonly leftOut: readonly string[] };
  readonly defects: readonly ProvenDefect[];
  /** Proven again over HTTP, and whether all of them agreed. */
  readonly sample: { readonly defects: readonly string[]; readonly agrees: boolean };
  /** Phases with tools of their own that were run over HTTP. */
  readonly toolPhases: readonly { readonly phase: string; readonly defects: number }[];
}

/** A proof as a run cites it. */
export interface ProofCitation {
  /** The name of its folder below reports/proofs. */
  readonly digest: string;
  readonly defects: number;
  /** With the seed of the proof; what only a further one found counts as missed, because such a run lets it through. */
  readonly caught: number;
  readonly missed: number;
  readonly finishedAt: string;
}
