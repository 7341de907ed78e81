import type { ChosenTarget, Project } from '../../project/project.ts';
import type { GuardRequest } from '../../run/guard/guard.ts';
import type { EffectClass } from '../../run/request.ts';
import { targetSecrets } from './target-secrets.ts';

/** What the guard is to look at before a command speaks to a target of the project. */
export function guardRequest(
  project: Project,
  chosen: ChosenTarget,
  effects: readonly EffectClass[],
): GuardRequest {
  const { name, fieldPlace, entry } = chosen;
  const { host, options, accepts } = entry;
  const url = host === undefined ? (entry.url ?? '') : null;
  return {
    projectDir: project.dir,
    target: { name, fieldPlace, url, options, access: accessOf(entry), accepts },
    production: project.file.production,
    secrets: targetSecrets(project, chosen),
    commands: [],
    effects,
  };
}

function accessOf({ environment, access }: ChosenTarget['entry']): GuardRequest['target']['access'] {
  if (environment === 'test') return 'test';
  return access ?? 'none';
}
