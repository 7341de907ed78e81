/** A text of Latin letters as PDF writes it; a bracket or a backslash within would end the text or change it. */
export function pdfString(text: string): string {
  const bytes = [...Buffer.from(text, 'latin1')];
  const written = bytes.map((byte) => {
    const letter = String.fromCharCode(byte);
    if ('()\\'.includes(letter)) return `\\${letter}`;
    return byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : letter;
  });
  return `(${written.join('')})`;
}
