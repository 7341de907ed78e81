import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { judge } from '../../decide/judge.ts';
import { evidencePath, readEvidence } from '../../journal/evidence.ts';
import { recordedEvidence } from '../../journal/recorded-evidence.ts';
import { readRun, type StoredRun } from '../../journal/run-folder.ts';
import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { ReadPolicy } from '../policy.ts';

export interface DecideOptions {
  /** Null: the policy that the run was planned with. */
  readonly policy: ReadPolicy | null;
  /** Null: the end of the run. */
  readonly asOf: string | null;
}

export interface Decided {
  readonly stored: StoredRun;
  readonly run: DecidedRun;
}

/** Judges a stored run after proving that plan, journal and every piece of evidence are what they were. */
export async function decideRun(
  runDir: string,
  options: DecideOptions = { policy: null, asOf: null },
): Promise<Decided> {
  const stored = await readRun(runDir);
  await proveEvidence(stored);
  const { plan, planDigest, journal } = stored;
  const run = judge({
    plan,
    planDigest,
    lines: journal.lines,
    journalHead: journal.head,
    policy: options.policy ?? plan.policy,
    asOf: options.asOf,
  });
  return { stored, run };
}

/** What the seal has proven already is not read again. */
async function proveEvidence({ dir, journal, seal }: StoredRun): Promise<void> {
  const sealed = new Set(seal?.files.map(({ path, sha256 }) => `${path} ${sha256}`));
  for (const ref of recordedEvidence(journal.lines)) {
    const path = relative(dir, evidencePath(dir, ref.sha256)).replaceAll(sep, '/');
    if (!sealed.has(`${path} ${ref.sha256}`)) await readEvidence(dir, ref);
  }
}

/** For exporters: bytes by their hash, or null when the folder does not hold them. */
export function evidenceReader(runDir: string): (sha256: string) => Uint8Array | null {
  return (sha256) => {
    try {
      return readFileSync(evidencePath(runDir, sha256));
    } catch {
      return null;
    }
  };
}
