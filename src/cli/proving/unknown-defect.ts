import { HarnessFault } from '../../model/fault.ts';
import type { KnownDefect } from '../../prove/known-defects.ts';

const shown = 5;

/** The name was mistyped, or stands in a folder that was not named: those that are most like it are told, and not all. */
export function unknownDefect(name: string, known: readonly KnownDefect[]): HarnessFault {
  const words = new Set(name.toLowerCase().split(/[^a-z0-9]+/));
  const likeness = (other: string) => other.split('-').filter((word) => words.has(word)).length;
  const likely = known
    .map((defect) => defect.name)
    .filter((other) => likeness(other) > 0)
    .toSorted((left, right) => likeness(right) - likeness(left))
    .slice(0, shown);
  const such = likely.length === 0 ? '' : `, such as ${likely.join(', ')}`;
  return new HarnessFault({
    code: 'USAGE',
    message: `Found --defect ${name}, expected the name of one of the ${known.length} known defects${such}.`,
    hint: 'npx tollgate prove --list shows what each does; --defects FOLDER adds your own.',
  });
}
