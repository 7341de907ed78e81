import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for sockets, bundles and what steps hand to one another; whoever asks for it removes it. */
export function newTempDir(): Promise<string> {
  return mkdtemp(join(shortTempDir(), 'tollgate-'));
}

/** Linux takes 107 bytes for the name of a socket; a temporary folder deep down would leave no room for it. */
export function shortTempDir(): string {
  return Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
}
