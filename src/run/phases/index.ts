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
