import { TargetAnswerInvalid, TargetRefusal } from '../target/session.ts';
import { bodyFault, headerOf } from './http-body.ts';
import type { HttpAnswer, HttpCall } from './http-call.ts';
import { isRedirect, redirectWords } from './http-redirect.ts';

/** What the target answered, as JSON or as the text that was asked for; null for nothing. A no is TargetRefusal; what nobody can read is TargetAnswerInvalid. */
export function acceptAnswer({ operation, answers }: HttpCall, answer: HttpAnswer, baseUrl: string): unknown {
  const { status, headers, body } = answer;
  const invalid = (what: string) => new TargetAnswerInvalid({ operation, status, answer: what });
  if (body.end === 'cut') throw invalid(`found what is no HTTP: ${String(body.error).slice(0, 200)}`);
  if (isRedirect(status)) {
    const said = redirectWords(headerOf(headers, 'location'), baseUrl);
    throw new TargetRefusal({ operation, status, answer: said });
  }
  const text = new TextDecoder().decode(body.bytes);
  if (status < 200 || status > 299) throw new TargetRefusal({ operation, status, answer: text });
  const fault = bodyFault(body, headers);
  if (fault !== null) throw invalid(fault);
  if (answers === 'text') return text;
  if (answers === 'location') return headerOf(headers, 'location') ?? '';
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid(`found no JSON: ${text.slice(0, 200)}`);
  }
}
