import { relative } from 'node:path';
import { readPlainFile } from '../../../project/plain-file.ts';
import { plainText } from '../../../project/plain-text.ts';

export const featureBytesMax = 1024 * 1024;
export const allFeaturesBytesMax = 16 * 1024 * 1024;
/** The parser needs time that grows with the square of a line. */
const lineLengthMax = 20_000;
const tableRowsMax = 5_000;

export interface CheckedFeatures {
  /** Those that cucumber may be given. */
  readonly files: readonly string[];
  /** Each names file and, where there is one, line. */
  readonly faults: readonly string[];
}

/** Keeps from cucumber what would make it wait, fill the memory or read something else than stands there. */
export function checkedFeatures(files: readonly string[], projectDir: string): CheckedFeatures {
  const good: string[] = [];
  const faults: string[] = [];
  let bytes = 0;
  for (const path of files) {
    const shown = relative(process.cwd(), path);
    const file = readPlainFile(path, { bytesMax: featureBytesMax, within: projectDir });
    bytes += file.kind === 'read' ? file.bytes.byteLength : 0;
    const fault =
      file.kind === 'refused'
        ? `${shown} ${file.why}.`
        : (nameFault(shown) ?? textFault(shown, file.bytes, bytes));
    if (fault === null) good.push(path);
    else faults.push(fault);
  }
  return { files: good, faults };
}

function nameFault(shown: string): string | null {
  return shown.endsWith('.feature')
    ? null
    : `${shown}: expected a name that ends in .feature, in small letters.`;
}

function textFault(shown: string, bytes: Uint8Array, bytesSoFar: number): string | null {
  if (bytesSoFar > allFeaturesBytesMax)
    return `${shown} is left out: the features before it and itself hold more than ${allFeaturesBytesMax} bytes.`;
  const text = plainText(bytes);
  if (text.kind === 'refused') return `${shown}:${text.line}: ${text.why}.`;
  const fault = shapeFault(text.text);
  return fault === null ? null : `${shown}:${fault}`;
}

function shapeFault(text: string): string | null {
  const lines = text.split('\n');
  const long = lines.findIndex((line) => line.length > lineLengthMax);
  if (long >= 0)
    return `${long + 1}: found a line of ${lines[long]?.length} characters, expected at most ${lineLengthMax}.`;
  const rows = lines.flatMap((line, index) => (/^\s*\|/.test(line) ? [index + 1] : []));
  if (rows.length <= tableRowsMax) return null;
  return `${rows[tableRowsMax]}: found ${rows.length} rows of tables in one feature, expected at most ${tableRowsMax}; split it.`;
}
