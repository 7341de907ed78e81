import { isUtf8 } from 'node:buffer';

/** More than any answer needs; a target that never stops talking must not fill the memory. */
const bytesMax = 8 * 1024 * 1024;

export interface HttpBody {
  readonly bytes: Uint8Array;
  /** too-large: cut at the limit; cut: the connection ended before the answer did. */
  readonly end: 'whole' | 'too-large' | 'cut';
  /** What ended it, when it was cut. */
  readonly error: unknown;
}

/** What was answered as far as it came, whatever became of the connection. */
export async function readBody(body: AsyncIterable<Uint8Array>): Promise<HttpBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const ended = (end: HttpBody['end'], error: unknown = null): HttpBody => ({
    bytes: Buffer.concat(chunks),
    end,
    error,
  });
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > bytesMax) return ended('too-large');
    }
    return ended('whole');
  } catch (error) {
    return ended('cut', error);
  }
}

/** Why the bytes cannot be taken as the text that was asked for; null when they can. */
export function bodyFault(body: HttpBody, headers: HttpHeaders): string | null {
  if (body.end === 'too-large') return `found an answer of more than ${bytesMax} bytes`;
  const encoding = headerOf(headers, 'content-encoding');
  if (encoding !== null && encoding.toLowerCase() !== 'identity')
    return `found the content-encoding ${encoding.slice(0, 40)}, expected none, because none was asked for`;
  const charset = /charset\s*=\s*"?([^\s;"]{1,40})/i.exec(headerOf(headers, 'content-type') ?? '')?.[1];
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset))
    return `found the charset ${charset}, expected UTF-8`;
  return isUtf8(body.bytes) ? null : 'found bytes that are no UTF-8';
}

export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The first value, or null. */
export function headerOf(headers: HttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

const utf8 = new TextDecoder();

/** What cannot be read is marked where it stands. */
export function textOfBytes(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
