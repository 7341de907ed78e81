import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf, readYaml } from '../project/located-yaml.ts';
import { projectFileName } from '../project/project.ts';
import { projectFileSchema } from '../project/project-file.ts';

/** The beginning of a message about a field of the target: "tollgate.yaml:7: targets.staging.url:". */
export type FieldPlace = (field: readonly string[]) => string;

/** An address typed after --target is the project's own target, reached there instead. */
export function placeInProject(projectDir: string, targetName: string): FieldPlace {
  const source = { file: projectFileName, text: textOf(join(projectDir, projectFileName)) };
  const file = readYaml(source, projectFileSchema).value;
  const isListed = file !== null && Object.hasOwn(file.targets, targetName);
  const name = isListed ? targetName : (file?.target ?? targetName);
  return (field) =>
    !isListed && field[0] === 'url' ? '--target:' : placeOf(source, ['targets', name, ...field]);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
