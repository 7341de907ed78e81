import { HarnessFault } from '../../model/fault.ts';
import type { Defect } from './defect.ts';
import { defectNamed, defects } from './index.ts';
import { readDefects } from './read-defects.ts';

/** The shipped defects, and after them those of a folder. Only for the process of a sandbox: it loads what is in the folder. */
export async function allDefects(dir: string | null): Promise<readonly Defect[]> {
  if (dir === null) return defects;
  const own = await readDefects(dir);
  const shipped = new Set(defects.map(({ name }) => name));
  const twin = own.find(({ defect }) => shipped.has(defect.name));
  if (twin === undefined) return [...defects, ...own.map(({ defect }) => defect)];
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${twin.file}: name: found "${twin.defect.name}", which a shipped defect is called; expected a name of its own.`,
    hint: 'npx tollgate prove --list shows the names that are taken.',
  });
}

/** A shipped defect, or one of the folder. */
export async function chosenDefect(name: string, dir: string | null): Promise<Defect> {
  const own = dir === null ? [] : await allDefects(dir);
  return own.find((defect) => defect.name === name) ?? defectNamed(name);
}
