import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ownSuiteTool } from '../../model/deciding/plan.ts';
import type { PhaseName } from '../../model/observing/phase.ts';
import type { Runner } from '../runner.ts';

/** Where things are: what belongs to the user and what we ship. In this repository both are one folder. */
export interface Places {
  readonly projectDir: string;
  readonly packageDir: string;
  /** Where our own code is: the package, or its `dist` once built. */
  readonly codeDir: string;
  /** ".ts" here, ".js" in the published package. */
  readonly codeEnding: string;
}

export interface PhaseStep {
  readonly name: string;
  readonly runner: Runner;
  /** `load`: what the project sets for the load generator. */
  files(places: Places, load: { readonly profileFile: string | null }): readonly string[];
  /**
   * What is run again when the run was cut before this step was done: what has no result yet, or the whole phase, because the
   * step goes on with a target as earlier steps left it.
   */
  readonly whenCut: 'rest' | 'phase';
  /** Files that earlier steps of the phase must have left; without one the step cannot run. */
  readonly reads: readonly string[];
  /** Wall-clock limit of listing and running together. `loadSeconds` is what the project asks of the load generator. */
  deadlineMs(loadSeconds: number): number;
  /** Of which part of its phase it is, where that has several: those beyond the first are in a profile only by their tags. */
  readonly part?: string;
  /** Of a team's own suite whose checks are known by number only: how many results it must leave. */
  readonly expectedCount?: number;
}

/** An ordered list of tool steps. */
export interface Phase {
  readonly name: PhaseName;
  readonly steps: readonly PhaseStep[];
}

/** Steps of such a phase build on one another, so that it is run as a whole or not at all. A team's own suites stand alone. */
export function isWhole(phase: Phase): boolean {
  return phase.steps.filter(({ runner }) => runner.tool !== ownSuiteTool).length > 1;
}

/** The shipped suites whose name matches, sorted, so that every machine has the same order. */
export function suiteFiles(places: Places, pattern: string): readonly string[] {
  return globSync(join('src/suites', `${pattern}.suite${places.codeEnding}`), { cwd: places.codeDir })
    .sort()
    .map((file) => join(places.codeDir, file));
}

export const minutes = (count: number) => count * 60_000;
