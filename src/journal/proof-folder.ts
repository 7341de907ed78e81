import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProofCitation, ProofDigests, ProofDocument } from '../model/deciding/proof.ts';
import { HarnessFault } from '../model/fault.ts';
import { sha256, writeFileSafely } from './safe-file.ts';
import { sealedText, unsealed } from './sealed-text.ts';

const proofFile = 'proof.json';

/** What a proof is kept under: what was proven with what, and not how it ended. */
type ProofKey = Pick<ProofDocument, 'digests' | 'tollgateVersion' | 'seed' | 'scope'>;

function digestOf({ digests, tollgateVersion, seed, scope }: ProofKey): string {
  return sha256(JSON.stringify({ digests, tollgateVersion, seed, scope }));
}

function proofsDir(reportsDir: string): string {
  return join(reportsDir, 'proofs');
}

/** Answers the folder. The same proof made again takes the place of the one before. */
export async function writeProof(reportsDir: string, proof: ProofDocument): Promise<string> {
  const dir = join(proofsDir(reportsDir), digestOf(proof));
  await writeFileSafely(join(dir, proofFile), sealedText(proof));
  return dir;
}

/** The proof in a folder, as it was written. Throws EVIDENCE_ALTERED when it is not. */
export async function readProof(dir: string): Promise<ProofDocument> {
  const proof = unsealed(await readFile(join(dir, proofFile))) as ProofDocument | null;
  if (proof === null) throw altered(dir, 'does not have the content that it was closed with');
  if (!dir.endsWith(digestOf(proof))) throw altered(dir, 'stands in the folder of another proof');
  return proof;
}

export interface ProofLookup {
  readonly reportsDir: string;
  readonly tollgateVersion: string;
  /** Asked for only where there is any proof, because it reads all that the checks are made of. */
  readonly digests: () => ProofDigests;
}

export interface FoundProof {
  /** The latest that fits; null when none does. */
  readonly proof: ProofCitation | null;
  /** Proofs that cannot be believed, one line each. */
  readonly refused: readonly string[];
}

/** The proof of just these suites, features and defects, if there is one of all defects and all phases. */
export async function findProof({ reportsDir, tollgateVersion, digests }: ProofLookup): Promise<FoundProof> {
  const { proofs, refused } = await readProofs(proofsDir(reportsDir));
  if (proofs.length === 0) return { proof: null, refused };
  const wanted = JSON.stringify(digests());
  const fitting = proofs.filter(
    ({ proof }) =>
      JSON.stringify(proof.digests) === wanted && proof.tollgateVersion === tollgateVersion && isWhole(proof),
  );
  const [latest] = fitting.toSorted((left, right) =>
    left.proof.finishedAt < right.proof.finishedAt ? 1 : -1,
  );
  return { proof: latest === undefined ? null : citationOf(latest.name, latest.proof), refused };
}

async function readProofs(dir: string) {
  const names = await readdir(dir).catch(() => []);
  const proofs: { readonly name: string; readonly proof: ProofDocument }[] = [];
  const refused: string[] = [];
  for (const name of names.filter((one) => /^[0-9a-f]{64}$/.test(one)).sort()) {
    try {
      proofs.push({ name, proof: await readProof(join(dir, name)) });
    } catch (error) {
      refused.push(`Not cited: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { proofs, refused };
}

/** Nothing left out by an option, nothing left open, and memory and HTTP of one mind. */
function isWhole({ scope, defects, sample }: ProofDocument): boolean {
  const isNarrowed = scope.phases.length > 0 || scope.defects.length > 0;
  return !isNarrowed && sample.agrees && defects.every(({ ending }) => ending !== 'unproven');
}

function citationOf(digest: string, { defects, finishedAt }: ProofDocument): ProofCitation {
  const caught = defects.filter(
    ({ ending, caughtBy }) => ending === 'caught' && caughtBy?.furtherSeed === null,
  ).length;
  return { digest, defects: defects.length, caught, missed: defects.length - caught, finishedAt };
}

function altered(dir: string, what: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `${join(dir, proofFile)} ${what}; expected the proof as it was written.`,
    hint: 'Remove the folder, and prove again: npx tollgate prove',
  });
}
