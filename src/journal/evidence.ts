import { lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { withinSize } from '../model/observing/evidence-size.ts';
import type { EvidenceRef } from '../model/observing/record.ts';
import { evidenceLost } from './lost.ts';
import { sha256, writeFileSafely } from './safe-file.ts';

export interface NewEvidence {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export function evidencePath(runDir: string, digest: string): string {
  return join(runDir, 'evidence', digest.slice(0, 2), digest);
}

/** Stores bytes under their own hash. Storing the same bytes twice is one file. Throws EVIDENCE_LOST when they cannot be kept. */
export async function keepEvidence(runDir: string, evidence: NewEvidence): Promise<EvidenceRef> {
  const { name, bytes } = withinSize(evidence);
  const digest = sha256(bytes);
  try {
    await store(evidencePath(runDir, digest), bytes);
  } catch (error) {
    throw evidenceLost(`Evidence "${name}" could not be stored`, error);
  }
  return { sha256: digest, bytes: bytes.byteLength, name, mediaType: evidence.mediaType };
}

async function store(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  for (const place of [dirname(folder), folder])
    if (!(await lstat(place)).isDirectory()) throw new Error(`${place} is a link`);
  if (!(await isFile(path))) await writeFileSafely(path, bytes);
}

/** The bytes, proven against their hash. Throws EVIDENCE_ALTERED when they are gone or not the same. */
export async function readEvidence(runDir: string, ref: EvidenceRef): Promise<Uint8Array> {
  const bytes = await readFile(evidencePath(runDir, ref.sha256)).catch(() => null);
  if (bytes === null) throw altered(ref, 'is missing');
  if (sha256(bytes) !== ref.sha256) throw altered(ref, 'does not have the content it had');
  return bytes;
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function altered(ref: EvidenceRef, what: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `Evidence ${ref.sha256} ("${ref.name}") ${what}; expected what the journal recorded.`,
    hint: 'This run folder was damaged or changed after the run. Take an untouched copy, or run again.',
  });
}
