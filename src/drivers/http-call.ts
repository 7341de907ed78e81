import { type Dispatcher, request } from 'undici';
import type { HarnessFault } from '../model/fault.ts';
import { type HttpBody, type HttpHeaders, readBody } from './http-body.ts';
import { reasonOf, unreachableTarget } from './http-failure.ts';

export interface HttpCall {
  /** The verb of the port, such as "invoice.read". */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with a slash. */
  readonly path: string;
  /** Sent as JSON; absent for a call without body. */
  readonly body?: unknown;
  readonly idempotencyKey?: string;
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
    const { statusCode, headers, body } = await request(
      `${parts.baseUrl}${call.path}`,
      optionsOf(call, parts),
    );
    const answer: HttpAnswer = { status: statusCode, headers, body: await readBody(body) };
    if (answer.body.end === 'cut') return failed(answer, answer.body.error);
    return { answer, error: null, durationMs: performance.now() - start };
  } catch (cause) {
    const said = Buffer.from(reasonOf(cause));
    return failed({ status: 0, headers: {}, body: { bytes: said, end: 'cut', error: cause } }, cause);
  }
}

function optionsOf(call: HttpCall, { headers, deadlineMs, dispatcher }: SendParts) {
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  return {
    dispatcher,
    method: call.method,
    headers: {
      ...headers,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
    },
    body,
    signal: AbortSignal.timeout(deadlineMs),
  };
}
