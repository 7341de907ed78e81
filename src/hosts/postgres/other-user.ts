import { chown, readFile } from 'node:fs/promises';
import { HarnessFault } from '../../model/fault.ts';
import { findOnPath } from '../find-on-path.ts';

/** Whom a program runs as that refuses to be root. */
export interface OtherUser {
  /** Goes before the program's own command line. */
  readonly prefix: readonly string[];
  /** Gives him a file or folder. */
  give(path: string): Promise<void>;
}

const candidates = ['postgres', 'nobody'] as const;

/** We ourselves, unless we are root: then the machine's `postgres`, else `nobody`. */
export async function otherUser(): Promise<OtherUser> {
  if (process.getuid?.() !== 0) return { prefix: [], give: async () => undefined };
  const user = userOf(await readFile('/etc/passwd', 'utf8'));
  const setpriv = findOnPath('setpriv');
  if (user === null || setpriv === null) throw noOtherUser();
  return {
    prefix: [setpriv, `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--'],
    give: (path) => chown(path, user.uid, user.gid),
  };
}

export function userOf(passwd: string): { readonly uid: number; readonly gid: number } | null {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const name of candidates) {
    const [, , uid, gid] = lines.find(([user]) => user === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

function noOtherUser(): HarnessFault {
  return new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found root, and neither a user ${candidates.join(' or ')} nor setpriv; expected them, because PostgreSQL refuses to run as root.`,
    hint: 'Run as another user, or say database: memory.',
  });
}
