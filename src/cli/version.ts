import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageDirectory } from '../project/project.ts';

export async function tollgateVersion(): Promise<string> {
  const text = await readFile(join(packageDirectory(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
