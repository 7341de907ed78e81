import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';
import type { ProductionNames } from '../model/production-host.ts';
import type { IntentOutcome, Wire } from '../target/wire.ts';
import { acceptAnswer } from './http-answer.ts';
import { headerOf } from './http-body.ts';
import { type HttpAnswer, type HttpCall, type SendParts, send, wordsOf } from './http-call.ts';
import { exchangeOf } from './http-exchange.ts';
import { isNoHttp, wasNeverSent } from './http-failure.ts';
import { productionMarks, refuseProductionRedirect } from './http-redirect.ts';
import { busyTarget, notWaited, type Waited, waitMs } from './http-wait.ts';

export type { HttpCall } from './http-call.ts';

/** Total for one call, from the first byte sent to the last byte read. */
const deadlineDefaultMs = 15_000;

export interface HttpClientOptions {
  readonly baseUrl: string;
  /** Sent with each call, such as the key of the session. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where nothing is recorded, as before a run has begun. */
  readonly wire: Wire | null;
  readonly deadlineMs?: number;
  /** Where a redirect ends the run; what the run says by default. */
  readonly production?: ProductionNames;
}

/**
 * Calls one target over HTTP. Never retries: what became of a write that was cut off is unknown, and is told so. Only a target
 * that asks us to come back later, and so did nothing, is asked again, each time as a call of its own.
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #production: ProductionNames;
  readonly #agent = new Agent({ pipelining: 1 });
  #answeredAt: string | null = null;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.#production = options.production ?? productionMarks();
  }

  /** The Date header of the last answer, which is the target's clock; null when it sent none. */
  get answeredAt(): string | null {
    return this.#answeredAt;
  }

  /** A call that changes nothing in the target, whatever its method. */
  read(call: HttpCall): Promise<unknown> {
    return this.#untilServed(call, () => this.#send(call));
  }

  /** A call that changes the target: announced before it is sent, with its outcome after. */
  write(call: HttpCall): Promise<unknown> {
    return this.#untilServed(call, () => this.#announced(call));
  }

  /** The same target for somebody else, who closes his own. */
  withHeaders(headers: Readonly<Record<string, string>>): HttpClient {
    return new HttpClient({ ...this.#options, headers });
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #untilServed(call: HttpCall, attempt: () => Promise<HttpAnswer>): Promise<unknown> {
    let waited: Waited = notWaited;
    for (;;) {
      const answer = await attempt();
      if (answer.status !== 429) return acceptAnswer(call, answer, this.#options.baseUrl);
      const retryAfter = headerOf(answer.headers, 'retry-after');
      const ms = waitMs(retryAfter, waited, Date.now());
      if (ms === null) throw busyTarget(wordsOf(call), retryAfter);
      await pause(ms);
      waited = { times: waited.times + 1, ms: waited.ms + ms };
    }
  }

  async #announced(call: HttpCall): Promise<HttpAnswer> {
    const { wire } = this.#options;
    const intentId = await wire?.intent({
      operation: call.operation,
      request: wordsOf(call),
      idempotencyKey: call.idempotencyKey ?? '',
    });
    const conclude = (outcome: IntentOutcome, detail: string) => {
      if (intentId !== undefined) wire?.outcome(intentId, outcome, detail);
    };
    try {
      const answer = await this.#send(call);
      conclude(answer.body.end === 'cut' ? 'unknown' : outcomeOf(answer.status), outcomeWords(answer));
      return answer;
    } catch (error) {
      const cause = error instanceof Error ? error.cause : null;
      conclude(wasNeverSent(cause) ? 'refused' : 'unknown', error instanceof Error ? error.message : '');
      throw error;
    }
  }

  async #send(call: HttpCall): Promise<HttpAnswer> {
    const { baseUrl, headers, deadlineMs = deadlineDefaultMs } = this.#options;
    const parts: SendParts = { baseUrl, headers, deadlineMs, dispatcher: this.#agent };
    const { answer, error, durationMs } = await send(call, parts);
    this.#options.wire?.exchange(exchangeOf(call, answer, { durationMs, error }));
    if (error !== null && !isNoHttp(error.cause)) throw error;
    this.#answeredAt = headerOf(answer.headers, 'date');
    refuseProductionRedirect(headerOf(answer.headers, 'location'), baseUrl, this.#production);
    return answer;
  }
}

/** 429 says that nothing was done; after a redirect or an error of the target nobody knows. */
function outcomeOf(status: number): IntentOutcome {
  if (status >= 200 && status < 300) return 'done';
  return status >= 400 && status < 500 ? 'refused' : 'unknown';
}

function outcomeWords({ status, headers }: HttpAnswer): string {
  const retryAfter = headerOf(headers, 'retry-after');
  return status === 429 ? `status 429, come back after: ${retryAfter ?? 'not said'}` : `status ${status}`;
}
