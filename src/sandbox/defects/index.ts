import { HarnessFault } from '../../model/fault.ts';
import type { Defect } from './defect.ts';

export const defects: readonly Defect[] = [];

export function defectNamed(name: string): Defect {
  const found = defects.find((defect) => defect.name === name);
  if (found !== undefined) return found;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found the defect "${name}", expected one of: ${defects.map((defect) => defect.name).join(', ')}.`,
    hint: 'Run "tollgate prove --list" to see what each of them does.',
  });
}
