import { hosts } from '../hosts/targets.ts';
import { HarnessFault } from '../model/fault.ts';
import { describeError, locatedError } from '../project/located-yaml.ts';
import { type ChosenTarget, chooseTarget, type Project, unknownHost } from '../project/project.ts';

export const hostNames: readonly string[] = hosts.map((host) => host.name);

/** The target that is asked for, with a host that we really have; BAD_CONFIGURATION with its place otherwise. */
export function chosenTarget(project: Project, asked: string | undefined): ChosenTarget {
  const chosen = chooseTarget(project, asked);
  const { host } = chosen.entry;
  if (host === undefined || hostNames.includes(host)) return chosen;
  const field = ['targets', chosen.name, 'host'];
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: describeError(locatedError(project.source, field, unknownHost(host, hostNames))),
    hint: 'Nothing was sent to any target. A system that runs already is reached with url: instead.',
  });
}
