import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContractDocument } from '../model/observing/kept-promise.ts';
import { sha256, writeFileSafely } from './safe-file.ts';
import { sealedText, unsealed } from './sealed-text.ts';

const contractFile = 'contract.json';

/** What a verification is kept under: what was held to what, and not how it ended. */
export type ContractKey = Pick<ContractDocument, 'tollgateVersion' | 'driver' | 'target' | 'digests'>;

function folderOf(reportsDir: string, { tollgateVersion, driver, target, digests }: ContractKey): string {
  const { name, version } = target;
  const key = JSON.stringify({ tollgateVersion, driver, target: { name, version }, digests });
  return join(reportsDir, 'contracts', sha256(key));
}

/** Answers the folder. A verification made again takes the place of the one before. */
export async function writeContract(reportsDir: string, document: ContractDocument): Promise<string> {
  const dir = folderOf(reportsDir, document);
  await writeFileSafely(join(dir, contractFile), sealedText(document));
  return dir;
}

export type FoundContract =
  | { readonly kind: 'found'; readonly document: ContractDocument }
  | { readonly kind: 'none' }
  /** It is not as it was written, and says nothing. */
  | { readonly kind: 'altered'; readonly path: string };

/** The verification of just this driver, target and contract. */
export async function findContract(reportsDir: string, key: ContractKey): Promise<FoundContract> {
  const path = join(folderOf(reportsDir, key), contractFile);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return { kind: 'none' };
  const document = unsealed(bytes) as ContractDocument | null;
  const isOfKey = document !== null && folderOf(reportsDir, document) === folderOf(reportsDir, key);
  return isOfKey ? { kind: 'found', document } : { kind: 'altered', path };
}
