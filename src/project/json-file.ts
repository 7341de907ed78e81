import { HarnessFault } from '../model/fault.ts';
import { readPlainFile } from './plain-file.ts';
import { plainText } from './plain-text.ts';
import { describeJsonRefusal, jsonBytesMax, readStrictJson } from './strict-json.ts';

/** Throws BAD_CONFIGURATION unless a file that somebody gives us is a plain file of strict JSON. */
export function proveJsonFile(path: string, shownAs: string, within: string): void {
  const why = whyNotJson(path, shownAs, within);
  if (why === null) return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: why,
    hint: 'Nothing was started, and nothing was sent to any target.',
  });
}

function whyNotJson(path: string, shownAs: string, within: string): string | null {
  const file = readPlainFile(path, { bytesMax: jsonBytesMax, within });
  if (file.kind === 'refused') return `${shownAs}: ${file.why}.`;
  const text = plainText(file.bytes);
  if (text.kind === 'refused') return `${shownAs}:${text.line}: ${text.why}`;
  const read = readStrictJson(text.text, { shownAs });
  return read.kind === 'refused' ? describeJsonRefusal(read) : null;
}
