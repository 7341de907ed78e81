import type { ClientMessage } from './message.ts';

/** Most messages are far below, so that nothing of them can be too long. */
const easyMax = 1024 * 1024;
/** Longer than anybody reads. */
const textMax = 256 * 1024;

/**
 * A message as it goes over the wire, in lines that fit. Of a text that never ends, such as an error that holds a whole answer,
 * the beginning is sent: with a line that is too long all else that its process has to say would be lost.
 */
export function wireLines(message: ClientMessage): string {
  const line = lineOf(message);
  if (line.length <= easyMax) return line;
  switch (message.kind) {
    case 'record':
      return lineOf(message, cutText);
    case 'told':
      return message.records.map((record) => lineOf({ ...message, records: [record] }, cutText)).join('');
    default:
      return line;
  }
}

function lineOf(message: ClientMessage, replace?: (key: string, value: unknown) => unknown): string {
  return `${JSON.stringify(message, replace)}\n`;
}

/** With the mark before which also the beginning of a secret is found. */
function cutText(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= textMax) return value;
  return `${value.slice(0, textMax)}… (${value.length} characters)`;
}
