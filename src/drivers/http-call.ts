import { type Dispatcher, request } from 'undici';
import type { HarnessFault } from '../model/fault.ts';
import { type HttpBody, type HttpHeaders, readBody } from './http-body.ts';
import { reasonOf, unreachableTarget } from './http-failure.ts';
import { type ResidentTarget, residentAt } from './resident.ts';

export interface HttpCall {
  /** The verb of the port, such as "invoice.read". */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** Begins with a slash. */
  readonly path: string;
  /** Sent as JSON; absent for a call without body. */
  readonly body?: unknown;
  /** Sent as it is, in place of JSON. */
  readonly document?: { readonly mediaType: string; readonly text: string };
  readonly idempotencyKey?: string;
  /** Absent for JSON; text: a file is taken as it is written; bytes: one that is no text; location: where the thing is that was made, "" where nothing was. */
  readonly answers?: 'text' | 'bytes' | 'location';
}

export interface HttpAnswer {
  /** 0 when none came. */
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: HttpBody;
}

export interface SendParts {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
  readonly dispatcher: Dispatcher;
}

export interface Sent {
  /** As far as it came. */
  readonly answer: HttpAnswer;
  /** TARGET_UNREACHABLE when it did not come whole. */
  readonly error: HarnessFault | null;
  readonly durationMs: number;
}

export function wordsOf(call: HttpCall): string {
  return `${call.method} ${call.path}`;
}

/** Sends once and reads the answer, redirects among them, as they come. */
export async function send(call: HttpCall, parts: SendParts): Promise<Sent> {
  const start = performance.now();
  const failed = (answer: HttpAnswer, cause: unknown): Sent => ({
    answer,
    error: unreachableTarget(wordsOf(call), parts.baseUrl, cause),
    durationMs: performance.now() - start,
  });
  try {
    const answer = await answerTo(call, parts);
    if (answer.body.end === 'cut') return failed(answer, answer.body.error);
    return { answer, error: null, durationMs: performance.now() - start };
  } catch (cause) {
    const said = Buffer.from(reasonOf(cause));
    return failed({ status: 0, headers: {}, body: { bytes: said, end: 'cut', error: cause } }, cause);
  }
}

async function answerTo(call: HttpCall, parts: SendParts): Promise<HttpAnswer> {
  const resident = residentAt(parts.baseUrl);
  if (resident !== null) return within(parts.deadlineMs, askResident(resident, call, parts));
  const { statusCode, headers, body } = await request(`${parts.baseUrl}${call.path}`, optionsOf(call, parts));
  return { status: statusCode, headers, body: await readBody(body) };
}

async function askResident(target: ResidentTarget, call: HttpCall, parts: SendParts): Promise<HttpAnswer> {
  const { method, path } = call;
  const headers = headersOf(call, parts);
  const answer = await target({ method, path, headers, body: bodyOf(call) });
  return { ...answer, body: { bytes: answer.bytes, end: 'whole', error: null } };
}

/** What is sent; null for a call without body. */
export function bodyOf({ body, document }: HttpCall): string | null {
  if (document !== undefined) return document.text;
  return body === undefined ? null : JSON.stringify(body);
}

function mediaTypeOf({ body, document }: HttpCall): string | null {
  return document?.mediaType ?? (body === undefined ? null : 'application/json');
}

async function within<Result>(deadlineMs: number, work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

function headersOf(call: HttpCall, { headers }: SendParts): Readonly<Record<string, string>> {
  const mediaType = mediaTypeOf(call);
  return {
    ...headers,
    ...(mediaType === null ? {} : { 'content-type': mediaType }),
    ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
  };
}

function optionsOf(call: HttpCall, parts: SendParts) {
  return {
    dispatcher: parts.dispatcher,
    method: call.method,
    headers: headersOf(call, parts),
    body: bodyOf(call),
    signal: AbortSignal.timeout(parts.deadlineMs),
  };
}
