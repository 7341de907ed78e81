import { describeJsonRefusal, readStrictJson } from '../../../project/strict-json.ts';
import { ReportRefused } from './suite-result.ts';

/** The most that one report file may hold. */
export const reportBytesMax = 64 * 1024 * 1024;

/** JSON read by the strict reader; what it refuses throws ReportRefused with the place. */
export function strictValue(text: string, shownAs: string): unknown {
  const read = readStrictJson(text, { shownAs, bytesMax: reportBytesMax });
  if (read.kind === 'refused') throw new ReportRefused(describeJsonRefusal(read));
  return read.value;
}

export function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReportRefused('found bytes that are not UTF-8');
  }
}
