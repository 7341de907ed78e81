import type { HostSettings } from '../../hosts/host.ts';
import { hosts } from '../../hosts/targets.ts';
import type { TargetEntry } from '../../project/project-file.ts';

type HostFields = Pick<TargetEntry, 'host' | 'version' | 'database'>;

/** What a target's entry says of the system that is started for it. */
export function hostSettings({ version, database }: HostFields): HostSettings {
  return { version: version ?? null, database: database ?? null };
}

/** What cannot be fulfilled of it: a host that we do not have, or one that is asked for what it cannot be. */
export function mistakeInHost(
  entry: HostFields,
): { readonly field: string; readonly message: string } | null {
  if (entry.host === undefined) return null;
  const host = hosts.find(({ name }) => name === entry.host);
  if (host !== undefined) return host.mistakeIn(hostSettings(entry));
  const known = hosts.map(({ name }) => name).join(', ');
  return {
    field: 'host',
    message: `found "${entry.host}", expected one of the systems that we can start: ${known}`,
  };
}
