import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { readPlainFile } from '../../project/plain-file.ts';

const bytesMax = 16 * 1024 * 1024;

/** Of a module with all that it imports by a relative path, directly or not. */
export function moduleDigest(entry: string): string {
  const hash = createHash('sha256');
  const seen = new Set<string>();
  const todo = [entry];
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const file = readPlainFile(path, { bytesMax });
    const text = file.kind === 'read' ? Buffer.from(file.bytes).toString() : file.why;
    hash.update(text).update('\0');
    for (const match of text.matchAll(/(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g))
      todo.push(resolve(dirname(path), match[2] ?? ''));
  }
  return `sha256:${hash.digest('hex')}`;
}
