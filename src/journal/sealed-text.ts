import { sha256 } from './safe-file.ts';

/** JSON whose last field is the digest of all that stands before it. */
export function sealedText(value: object): string {
  const open = JSON.stringify(value, null, 1).slice(0, -'\n}'.length);
  return `${open}${ending(sha256(open))}`;
}

/** What the text was made of, without its digest; null when it is not as it was closed. */
export function unsealed(bytes: Buffer): unknown {
  const open = bytes.subarray(0, -ending('').length - 64);
  if (!bytes.subarray(open.length).equals(Buffer.from(ending(sha256(open))))) return null;
  return JSON.parse(`${open.toString()}\n}`);
}

function ending(digest: string): string {
  return `,\n "digest": "${digest}"\n}\n`;
}
