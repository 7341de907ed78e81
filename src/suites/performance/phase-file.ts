import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** For a later step of the phase; it may hold a key, so nobody else may read it. */
export async function writePhaseFile(phaseDir: string, name: string, value: unknown): Promise<void> {
  await writeFile(join(phaseDir, name), `${JSON.stringify(value)}\n`, { mode: 0o600 });
}

export async function readPhaseFile(phaseDir: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(phaseDir, name), 'utf8'));
}
