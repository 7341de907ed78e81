import { integration } from './integration.ts';
import { migration } from './migration.ts';
import { performance } from './performance.ts';
import { isWhole, type Phase } from './phase.ts';
import { uat } from './uat.ts';
import { unit } from './unit.ts';

/** The phases in the order in which they run. */
export const phases: readonly Phase[] = [unit, integration, uat, performance, migration];

/** Those whose steps build on one another. */
export const wholePhases: ReadonlySet<string> = new Set(phases.filter(isWhole).map(({ name }) => name));

const laterParts: ReadonlyMap<string, string> = new Map(
  phases.flatMap(({ name, steps }) =>
    steps.flatMap((step) =>
      step.part === undefined ? [] : [[`${name}/${step.name}`, `${name}/${step.part}`]],
    ),
  ),
);

/** The part of its phase that a step belongs to, by a name of its own; null for the first. */
export function laterPartOf({
  phase,
  step,
}: {
  readonly phase: string;
  readonly step: string;
}): string | null {
  return laterParts.get(`${phase}/${step}`) ?? null;
}
