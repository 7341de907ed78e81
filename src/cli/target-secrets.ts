import type { ChosenTarget, Project } from '../project/project.ts';
import { readSecrets } from '../project/secrets.ts';
import type { NamedSecret } from '../run/request.ts';

/** The secrets of the chosen target; an address typed after --target has those of the project's own target. */
export function targetSecrets(project: Project, { name, entry }: ChosenTarget): readonly NamedSecret[] {
  const { targets, target } = project.file;
  return readSecrets(entry.secrets, {
    projectDir: project.dir,
    source: project.source,
    targetName: Object.hasOwn(targets, name) ? name : target,
    env: process.env,
  });
}
