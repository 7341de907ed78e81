import { Agent, request } from 'undici';
import { HarnessFault } from '../model/fault.ts';
import { TargetRefusal } from '../target/session.ts';
import type { IntentOutcome, Wire } from '../target/wire.ts';
import { readCapped } from './read-capped.ts';

/** Total for one call, from the first byte sent to the last byte read. */
const deadlineDefaultMs = 15_000;

/** Values that open doors; they never reach a journal or a report. */
const secrets = /"(apiKey|secret)"\s*:\s*"[^"]*"/g;

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

export interface HttpClientOptions {
  readonly baseUrl: string;
  /** Sent with each call, such as the key of the session. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where nothing is recorded, as before a run has begun. */
  readonly wire: Wire | null;
  readonly deadlineMs?: number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Calls one target over HTTP. Never retries: what became of a write that was cut off is unknown, and is told so. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #agent = new Agent({ pipelining: 1 });

  constructor(options: HttpClientOptions) {
    this.#options = options;
  }

  /** A call that changes nothing in the target, whatever its method. */
  async read(call: HttpCall): Promise<unknown> {
    return this.#accept(call, await this.#send(call));
  }

  /** A call that changes the target: announced before it is sent, with its outcome after. */
  async write(call: HttpCall): Promise<unknown> {
    const { wire } = this.#options;
    const intentId = await wire?.intent({
      operation: call.operation,
      request: `${call.method} ${call.path}`,
      idempotencyKey: call.idempotencyKey ?? '',
    });
    const conclude = (outcome: IntentOutcome, detail: string) => {
      if (intentId !== undefined) wire?.outcome(intentId, outcome, detail);
    };
    let answer: Answer;
    try {
      answer = await this.#send(call);
    } catch (error) {
      conclude(wasNeverSent(error) ? 'refused' : 'unknown', error instanceof Error ? error.message : '');
      throw error;
    }
    conclude(outcomeOf(answer.status), `status ${answer.status}`);
    return this.#accept(call, answer);
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #send(call: HttpCall): Promise<Answer> {
    const { baseUrl, headers, deadlineMs = deadlineDefaultMs } = this.#options;
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    const start = performance.now();
    let answer: Answer;
    try {
      const response = await request(`${baseUrl}${call.path}`, {
        dispatcher: this.#agent,
        method: call.method,
        headers: {
          ...headers,
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
        },
        body,
        signal: AbortSignal.timeout(deadlineMs),
      });
      answer = { status: response.statusCode, body: await readCapped(response.body) };
    } catch (cause) {
      this.#record(call, { status: 0, body: String(cause) }, performance.now() - start);
      throw unreachableTarget(call, baseUrl, cause);
    }
    this.#record(call, answer, performance.now() - start);
    return answer;
  }

  #accept(call: HttpCall, answer: Answer): unknown {
    if (answer.status < 200 || answer.status > 299) {
      throw new TargetRefusal({ operation: call.operation, status: answer.status, answer: answer.body });
    }
    if (answer.body === '') return null;
    try {
      return JSON.parse(answer.body) as unknown;
    } catch {
      const said = `no JSON: ${answer.body.slice(0, 200)}`;
      throw new TargetRefusal({ operation: call.operation, status: answer.status, answer: said });
    }
  }

  #record(call: HttpCall, answer: Answer, durationMs: number): void {
    this.#options.wire?.exchange({
      request: `${call.method} ${call.path}`,
      requestBody: call.body === undefined ? '' : withoutSecrets(JSON.stringify(call.body)),
      status: answer.status,
      responseBody: withoutSecrets(answer.body),
      durationMs,
    });
  }
}

function outcomeOf(status: number): IntentOutcome {
  if (status >= 200 && status < 300) return 'done';
  return status >= 500 ? 'unknown' : 'refused';
}

function withoutSecrets(text: string): string {
  return text.replace(secrets, '"$1":"***"');
}

/** Nobody took the connection, so the request cannot have arrived. */
function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Error) || !('code' in cause)) return false;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(cause.code));
}

function unreachableTarget(call: HttpCall, baseUrl: string, cause: unknown): HarnessFault {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `Found no answer to ${call.method} ${call.path} at ${baseUrl} (${reason}), expected one.`,
    hint: 'Check that the target runs and that `url` in tollgate.yaml is right.',
    cause,
  });
}
