import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HarnessFault } from '../../model/fault.ts';
import type { Artifact } from './artifacts.ts';
import { fileFolder, killbillFolder } from './folders.ts';

/** Whether a file is the one that we know, or the one that was fetched here first. */
export async function proveFile(artifact: Artifact): Promise<void> {
  const expected = artifact.sha256 ?? recorded()[artifact.coordinates];
  const path = join(fileFolder(), artifact.file);
  const found = await sha256Of(path);
  if (found === expected) return;
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found ${path} with sha256 ${found}, expected ${expected ?? 'one that was recorded when it was fetched'}.`,
    hint: 'It is not what was fetched, and is not started. Remove it, then type: npx tollgate doctor --install killbill',
  });
}

/** For a file whose hash nobody told us: what comes first is what later downloads and starts are held against. */
export function recordHash({ coordinates }: Artifact, sha256: string): void {
  const all = { ...recorded(), [coordinates]: sha256 };
  writeFileSync(recordFile(), `${JSON.stringify(all, null, 2)}\n`);
}

export function recordedHash({ coordinates }: Artifact): string | undefined {
  return recorded()[coordinates];
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const recordFile = () => join(killbillFolder(), 'hashes.json');

function recorded(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(recordFile(), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
