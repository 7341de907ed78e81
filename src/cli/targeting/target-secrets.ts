import type { ChosenTarget, Project } from '../../project/project.ts';
import { readSecrets } from '../../project/secrets.ts';
import type { NamedSecret } from '../../run/request.ts';

/** The secrets of the chosen target; an address typed after --target has those of the project's own target. */
export function targetSecrets({ dir }: Project, { fieldPlace, entry }: ChosenTarget): readonly NamedSecret[] {
  return readSecrets(entry.secrets, { projectDir: dir, fieldPlace, env: process.env });
}
