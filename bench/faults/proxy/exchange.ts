import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as the proxy was asked it. */
export interface Asked {
  /** From 1, over the whole life of the proxy. */
  readonly number: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Empty when there was none. */
  readonly idempotencyKey: string;
  readonly body: string;
  /** Who is asking: a session of the target, or nobody yet. */
  readonly authorization: string;
  /** The load generator derives its ids and announces nothing; what it sends is counted apart. */
  readonly isLoad: boolean;
  /** Whether the target would change by it. */
  readonly isWrite: boolean;
}

/** What the target itself answered. */
export interface TargetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One request in the hands of a fault. */
export interface Exchange {
  readonly asked: Asked;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Sends it on and waits for the whole answer. Counted: each call is one request that the target really got. */
  forward(changed?: { readonly body?: string }): Promise<TargetAnswer>;
  /** Answers in good order. */
  give(answer: TargetAnswer): void;
}

/** What is done with a request. Must answer, or end the connection. */
export type Act = (exchange: Exchange) => Promise<void> | void;

/** Which requests it is done with. */
export type Match = (asked: Asked) => boolean;
