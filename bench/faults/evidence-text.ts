import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a run kept as evidence, as one text, and after it the bytes that were kept as base64; a byte is a letter. */
export function evidenceText(runDir: string | null): string {
  const folder = runDir === null ? '' : join(runDir, 'evidence');
  if (!existsSync(folder)) return '';
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
  return [...texts, ...texts.flatMap(bytesIn)].join('\n');
}

function bytesIn(text: string): string[] {
  const found = text.matchAll(/"responseBytes":"([\w+/=]+)"/g);
  return [...found].map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('latin1'));
}
