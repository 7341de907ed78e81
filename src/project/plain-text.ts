export type PlainText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly line: number; readonly why: string };

/** Bytes as text in UTF-8, without a byte order mark. What is no text, or text in another encoding, is refused by its line. */
export function plainText(bytes: Uint8Array): PlainText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { kind: 'refused', line: 1, why: 'is written in UTF-16, expected UTF-8' };
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return { kind: 'refused', line: lineAt(bytes, nul), why: 'holds a NUL byte, expected text in UTF-8' };
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd')) return { kind: 'text', text };
  const wrong = firstWrong(bytes, text);
  if (wrong === null) return { kind: 'text', text };
  return {
    kind: 'refused',
    line: lineAt(bytes, wrong),
    why: 'holds bytes that are no UTF-8, expected text in UTF-8',
  };
}

/** Where the text and the bytes part; null when the replacement character was written there by somebody. */
function firstWrong(bytes: Uint8Array, text: string): number | null {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const again = Buffer.from(isMarked ? `\ufeff${text}` : text);
  const at = again.findIndex((byte, index) => byte !== bytes[index]);
  return at < 0 ? null : at;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
}
