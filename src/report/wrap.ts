/**
 * Breaks text at spaces so that no line is wider than `columns`; lines after the first begin with `indent` spaces, and
 * `used` columns of the first line are taken already. A word that is too long is cut: a terminal would do it anyway, and
 * would break the columns beside it.
 */
export function wrapText(
  text: string,
  options: { readonly columns: number; readonly indent: number; readonly used?: number },
): string {
  const width = Math.max(10, options.columns - options.indent);
  const lines: string[] = [];
  let line = '';
  let room = Math.max(1, options.columns - (options.used ?? options.indent));
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    if (line !== '' && length(line) + 1 + length(word) > room) {
      lines.push(line);
      line = word;
      room = width;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(options.indent)}`);
}

function length(text: string): number {
  return [...text].length;
}

function pieces(word: string, width: number): string[] {
  const chars = [...word];
  if (chars.length <= width) return [word];
  return Array.from({ length: Math.ceil(chars.length / width) }, (_, index) =>
    chars.slice(index * width, (index + 1) * width).join(''),
  );
}
