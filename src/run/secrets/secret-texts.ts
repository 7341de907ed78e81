import type { NamedSecret } from '../request.ts';

/** A shorter line may be an ordinary word. */
const lineLengthMin = 16;
const valueLengthMin = 8;

/**
 * What of a secret must not be shown either: a target or a tool seldom prints a key as its file has it. Line ends change, lines
 * are indented or joined, and of `API_KEY=…` only the value is sent.
 */
export function textsOf({ name, value }: NamedSecret): readonly NamedSecret[] {
  const lines = linesOf(value);
  const alone = lines.filter((line) => isTelling(line, lineLengthMin));
  const assigned = [...valuesOf([value.trim()], valueLengthMin), ...valuesOf(lines, lineLengthMin)];
  return [...new Set([value, value.trim(), ...alone, ...assigned])].map((text) => ({ name, value: text }));
}

/** A variable often has the two characters of `\n` for a line end, but they may belong to a password as well: so with either. */
function linesOf(value: string): readonly string[] {
  return [/\r\n|\r|\n/, /\r\n|\r|\n|\\r\\n|\\n/].flatMap((end) =>
    value.split(end).map((line) => line.trim()),
  );
}

function valuesOf(lines: readonly string[], lengthMin: number): readonly string[] {
  return lines
    .map((line) => /^(?:export\s+)?[A-Z_][A-Z0-9_]*=(["']?)(.*)\1$/s.exec(line)?.[2]?.trim() ?? '')
    .filter((value) => isTelling(value, lengthMin));
}

/** Neither the frame of a key, which every key has, nor what could be an amount. */
function isTelling(text: string, lengthMin: number): boolean {
  return text.length >= lengthMin && !text.startsWith('-----') && /\p{L}/u.test(text);
}
