import { appendFileSync } from 'node:fs';
import type { Rules } from '../rules/index.ts';
import { keyMark } from '../store/executions.ts';
import { idempotencyKey } from './answer-once.ts';
import type { SandboxApp } from './app.ts';

const flushMs = 50;

export interface RequestCount {
  /** All requests, whatever became of them. */
  readonly count: number;
  /** Those that were answered with 2xx. */
  readonly ok: number;
}

/** Every request as one line of a file, and counters for those who compare them with what they sent. */
export class RequestLog {
  readonly #path: string | null;
  readonly #isCounted: Rules['isCounted'];
  readonly #seen = new Map<string, number>();
  readonly #counts = new Map<string, { count: number; ok: number }>();
  #lines: string[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** Null keeps counters only. */
  constructor(path: string | null, isCounted: Rules['isCounted']) {
    this.#path = path;
    this.#isCounted = isCounted;
  }

  watch(app: SandboxApp): void {
    app.addHook('onResponse', async (request, reply) => {
      const { operation } = request.routeOptions.config;
      if (operation !== undefined) this.#add(`${request.tenantId} ${operation}`, reply.statusCode);
      if (this.#path === null) return;
      const key = idempotencyKey(request);
      this.#write({
        at: new Date().toISOString(),
        method: request.method,
        route: request.routeOptions.url ?? '',
        tenant: request.tenantId,
        world: request.world,
        key: key === null ? '' : keyMark(key),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 1000) / 1000,
      });
      // What must not be done twice is on disk before anybody can be cut off by the end of this process.
      if (key !== null) this.flush();
    });
    app.addHook('onClose', async () => this.flush());
  }

  countOf(tenantId: string, operation: string): RequestCount {
    return this.#counts.get(`${tenantId} ${operation}`) ?? { count: 0, ok: 0 };
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#path === null || this.#lines.length === 0) return;
    appendFileSync(this.#path, this.#lines.join(''));
    this.#lines = [];
  }

  #add(name: string, status: number): void {
    const requestNumber = (this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, requestNumber);
    if (!this.#isCounted(requestNumber)) return;
    const counter = this.#counts.get(name) ?? { count: 0, ok: 0 };
    counter.count += 1;
    if (status >= 200 && status < 300) counter.ok += 1;
    this.#counts.set(name, counter);
  }

  #write(entry: Readonly<Record<string, string | number>>): void {
    this.#lines.push(`${JSON.stringify(entry)}\n`);
    this.#timer ??= setTimeout(() => this.flush(), flushMs).unref();
  }
}
