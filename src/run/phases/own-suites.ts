import { join } from 'node:path';
import type { OwnSuite } from '../request.ts';
import { ownSuite } from '../runners/own-suite.ts';
import type { Phase, PhaseStep } from './phase.ts';

/** The phase with the project's own suites after its own steps, in the order of tollgate.yaml. */
export function withOwnSuites(phase: Phase, suites: readonly OwnSuite[]): Phase {
  const steps = suites.filter((suite) => suite.phase === phase.name).map(stepOf);
  return steps.length === 0 ? phase : { ...phase, steps: [...phase.steps, ...steps] };
}

function stepOf(suite: OwnSuite): PhaseStep {
  return {
    name: suite.name,
    runner: ownSuite(suite),
    files: ({ projectDir }) => [join(projectDir, 'tollgate.yaml')],
    whenCut: 'rest',
    reads: [],
    deadlineMs: () => suite.deadlineMs,
    ...(suite.expected.kind === 'count' && { expectedCount: suite.expected.count }),
  };
}
