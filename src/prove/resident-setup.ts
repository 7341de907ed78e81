import { type PhaseName, phaseNames } from '../model/observing/phase.ts';
import { phases as shippedPhases } from '../run/phases/index.ts';
import type { Places } from '../run/phases/phase.ts';
import type { WorkerSetup } from './messages.ts';

/** Their checks are vitest suites and features, which one process can play again and again. */
export const residentPhases: readonly PhaseName[] = ['unit', 'integration', 'uat'];

interface ToLoad {
  readonly places: Places;
  readonly defectsDir: string | null;
  /** Empty is all of them. */
  readonly phases: readonly PhaseName[];
  readonly chromium: string | null;
}

/** What the workers load: suites and features of the phases that can be played in memory. */
export function residentSetup({
  places,
  defectsDir,
  phases,
  chromium,
}: ToLoad): Omit<WorkerSetup, 'workDir'> {
  const wanted = phases.length === 0 ? phaseNames : phases;
  const resident = shippedPhases.filter(({ name }) => residentPhases.includes(name) && wanted.includes(name));
  const files = Object.fromEntries(
    resident.map(({ name, steps }) => [
      name,
      steps.flatMap((step) => step.files(places, { profileFile: null })),
    ]),
  );
  const { projectDir, packageDir } = places;
  return { projectDir, packageDir, files, defectsDir, chromium };
}
