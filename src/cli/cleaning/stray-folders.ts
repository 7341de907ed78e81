import { lstat, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makerOf } from '../../hosts/host-folder.ts';
import { processOf } from '../../run/processes/process-list.ts';
import { shortTempDir } from '../../run/temp-dir.ts';

const ours = /^tollgate-[A-Za-z0-9]{6}$/;
const freshMs = 60_000;

/** Temporary folders of runs that were killed: ours, with a channel on which nobody listens any more, or a maker who is gone. */
export async function strayFolders(): Promise<readonly string[]> {
  const stray: string[] = [];
  for (const root of new Set([tmpdir(), shortTempDir()])) {
    const names = await readdir(root).catch(() => []);
    for (const name of names) if (await isStray(root, name)) stray.push(join(root, name));
  }
  return stray;
}

async function isStray(root: string, name: string): Promise<boolean> {
  const maker = makerOf(name);
  if (maker === null && !ours.test(name)) return false;
  const dir = join(root, name);
  const found = await lstat(dir).catch(() => null);
  if (found === null || !found.isDirectory() || found.uid !== process.getuid?.()) return false;
  if (Date.now() - found.mtimeMs < freshMs) return false;
  if (maker !== null) return (await processOf(maker)) === null;
  const channel = join(dir, 'channel');
  const socket = await lstat(channel).catch(() => null);
  return socket?.isSocket() === true && !(await isListening(channel));
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // Only this says that the process is gone; every other error leaves it open.
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED'));
  });
}
