import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from '../run/phases/phase.ts';

/** Defects that change the bills of more than half of some ordinary customers: hardly any real bug did. */
export interface CoarseDefects {
  /** How many customers there were. */
  readonly histories: number;
  readonly coarse: readonly { readonly name: string; readonly differs: number }[];
}

/** As `npm run bench -- coarse --keep` measured it last: playing all of them takes minutes. */
export async function coarseDefects({ packageDir }: Places): Promise<CoarseDefects> {
  const text = await readFile(join(packageDir, 'data', 'coarse-defects.json'), 'utf8');
  // Only that benchmark writes the file, from a value of this type.
  return JSON.parse(text) as CoarseDefects;
}
