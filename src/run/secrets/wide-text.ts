/** A report in UTF-16 is refused but kept: its text is masked as text. Null when it is none, or nothing in it is masked. */
export function maskedWide(bytes: Uint8Array, mask: (text: string) => string): Uint8Array | null {
  const isBigEnd = isBigEndFirst(bytes);
  if (isBigEnd === null) return null;
  const even = Buffer.from(bytes.subarray(0, bytes.byteLength & ~1));
  const text = (isBigEnd ? even.swap16() : even).toString('utf16le');
  const masked = mask(text);
  if (masked === text) return null;
  const wide = Buffer.from(masked, 'utf16le');
  return Buffer.concat([isBigEnd ? wide.swap16() : wide, bytes.subarray(even.byteLength)]);
}

/** By its byte order mark, or by the zero of its first letter; null for what begins otherwise. */
function isBigEndFirst([first, second]: Uint8Array): boolean | null {
  if (first === undefined || second === undefined) return null;
  if (first === 0xfe && second === 0xff) return true;
  if (first === 0xff && second === 0xfe) return false;
  if ((first === 0) === (second === 0)) return null;
  return first === 0;
}
