import { HarnessFault } from '../model/fault.ts';
import type { Project } from '../project/project.ts';
import { knownDefects } from '../prove/known-defects.ts';
import { placesOf } from './places.ts';

export async function refuseUnknownDefect(
  name: string,
  project: Pick<Project, 'dir' | 'packageDir'>,
): Promise<void> {
  const known = await knownDefects(placesOf(project));
  if (known.some((defect) => defect.name === name)) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --defect ${name}, expected one of ${known.map((defect) => defect.name).join(', ')}.`,
    hint: 'npx tollgate prove --list shows what each does.',
  });
}
