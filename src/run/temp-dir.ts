import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';

/** A new folder for sockets, bundles and what steps hand to one another; whoever asks for it removes it. */
export async function newTempDir(use = ''): Promise<string> {
  const root = shortTempDir();
  return mkdtemp(join(root, `tollgate-${use}`)).catch((cause: Error) => {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `The folder ${root} for temporary files cannot be used (${cause.message}); expected one that can be written to. Nothing was started.`,
      hint: 'Mend its rights or space, or name another one in the variable TMPDIR.',
      cause,
    });
  });
}

/** Linux takes 107 bytes for the name of a socket; a temporary folder deep down would leave no room for it. */
export function shortTempDir(): string {
  return Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
}
