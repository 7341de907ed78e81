import { TargetAnswerInvalid, TargetRefusal } from '../target/session.ts';
import { bodyFault, headerOf, textOfBytes } from './http-body.ts';
import type { HttpAnswer, HttpCall } from './http-call.ts';
import { isRedirect, redirectWords } from './http-redirect.ts';

/** What the target answered, as JSON or as the text that was asked for; null for nothing. A no is TargetRefusal; what nobody can read is TargetAnswerInvalid. */
export function acceptAnswer(call: HttpCall, answer: HttpAnswer, baseUrl: string): unknown {
  const { operation } = call;
  const { status, headers, body } = answer;
  const invalid = (what: string) => new TargetAnswerInvalid({ operation, status, answer: what });
  if (body.end === 'cut') throw invalid(`found what is no HTTP: ${beginningOf(String(body.error))}`);
  if (isRedirect(status)) {
    const said = redirectWords(headerOf(headers, 'location'), baseUrl);
    throw new TargetRefusal({ operation, status, answer: said });
  }
  if (status < 200 || status > 299)
    throw new TargetRefusal({ operation, status, answer: textOfBytes(body.bytes) });
  return contentOf(call, answer, invalid);
}

/** In the form that was asked for. */
function contentOf(
  { answers }: HttpCall,
  { headers, body }: HttpAnswer,
  invalid: (what: string) => TargetAnswerInvalid,
): unknown {
  if (answers === 'bytes' && body.end === 'whole') return body.bytes;
  const fault = bodyFault(body, headers);
  if (fault !== null) throw invalid(fault);
  const text = textOfBytes(body.bytes);
  if (answers === 'text') return text;
  if (answers === 'location') return headerOf(headers, 'location') ?? '';
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid(`found no JSON: ${beginningOf(text)}`);
  }
}

/** What was cut ends with a mark: before it, masking also knows the beginning of a secret. */
function beginningOf(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
