import type { ChosenTarget, Project } from '../project/project.ts';
import type { GuardRequest } from '../run/guard.ts';
import type { EffectClass } from '../run/request.ts';
import { targetSecrets } from './target-secrets.ts';

/** What the guard is to look at before a command speaks to a target of the project. */
export function guardRequest(
  project: Project,
  { name, entry }: ChosenTarget,
  effects: readonly EffectClass[],
): GuardRequest {
  const { host, url, options, accepts } = entry;
  return {
    projectDir: project.dir,
    target: { name, url: host === undefined ? (url ?? '') : null, options, access: accessOf(entry), accepts },
    production: project.file.production,
    secrets: targetSecrets(project, { name, entry }),
    effects,
  };
}

function accessOf({ environment, access }: ChosenTarget['entry']): GuardRequest['target']['access'] {
  if (environment === 'test') return 'test';
  return access ?? 'none';
}
