import { resolve } from 'node:path';
import type { GivenDefect } from '../../hosts/host.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { Project } from '../../project/project.ts';
import { knownDefects } from '../../prove/known-defects.ts';
import { placesOf } from '../places.ts';
import { unknownDefect } from './unknown-defect.ts';

export interface DefectOptions {
  readonly defect?: string;
  /** A folder of further defects, as typed. */
  readonly defects?: string;
}

/** The defect that is asked for, shipped or of a folder; null for none. Throws USAGE for one that nobody knows. */
export async function givenDefect(
  { defect, defects }: DefectOptions,
  project: Pick<Project, 'dir' | 'packageDir'>,
  cwd: string,
): Promise<GivenDefect | null> {
  const folder = defects === undefined ? null : resolve(cwd, defects);
  if (defect === undefined && folder === null) return null;
  const known = await knownDefects(placesOf(project), folder);
  if (defect === undefined) throw unnamed(known.map(({ name }) => name));
  if (known.some(({ name }) => name === defect)) return { name: defect, folder };
  throw unknownDefect(defect, known);
}

/** Those of the folder come last. */
function unnamed(known: readonly string[]): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message:
      'Found --defects without --defect; expected the name of the one defect to play beside the folder.',
    hint: `Such as --defect ${known.at(-1) ?? 'NAME'}. To play all of them: npx tollgate prove --defects FOLDER`,
  });
}
