import type { Exchange } from '../target/wire.ts';
import { bodyFault, textOfBytes } from './http-body.ts';
import { bodyOf, type HttpAnswer, type HttpCall, wordsOf } from './http-call.ts';

/** Values that open doors; they never reach a journal or a report. */
const secrets = /"(apiKey|apiSecret|secret)"\s*:\s*"[^"]*"/g;
const rawBytesMax = 64 * 1024;

/** A call as it is kept: an answer that is no text also as the bytes that came. */
export function exchangeOf(
  call: HttpCall,
  { status, headers, body }: HttpAnswer,
  ended: { readonly durationMs: number; readonly error: Error | null },
): Exchange {
  const text = textOfBytes(body.bytes);
  const isText = body.end !== 'too-large' && bodyFault(body, headers) === null;
  const exchange: Exchange = {
    request: wordsOf(call),
    requestBody: withoutSecrets(bodyOf(call) ?? ''),
    status,
    responseBody: withoutSecrets(isText ? text : text.slice(0, rawBytesMax)),
    durationMs: ended.durationMs,
  };
  if (isText) return exchange;
  const raw = Buffer.from(body.bytes.subarray(0, rawBytesMax)).toString('latin1');
  return { ...exchange, responseBytes: Buffer.from(withoutSecrets(raw), 'latin1').toString('base64') };
}

function withoutSecrets(text: string): string {
  return text.replace(secrets, '"$1":"***"');
}
