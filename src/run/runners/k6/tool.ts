import type { ToolProcess } from '../../processes/supervise.ts';

/** A k6 at hand for one step: where it is, and what it plays once the profile was bundled. */
export interface K6 {
  readonly path: string;
  readonly version: string;
  readonly bundleFile: string;
  /** Starts it on the leash, without a word to anybody outside. */
  readonly start: (args: readonly string[], options: K6Start) => ToolProcess;
}

export interface K6Start {
  readonly env: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}
