import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../engine.ts';
import {
  endDelivery,
  insertPause,
  nextDelivery,
  type PendingDelivery,
  tenantsOwed,
} from '../store/webhooks.ts';

const signatureHeader = 'sandbox-signature';
const timeoutMs = 2_000;

interface DeliveryEnd {
  readonly state: 'delivered' | 'given-up';
  readonly attempts: number;
}

/** Sends what the outbox holds, for each tenant in order: a later event never overtakes one that is still being tried. */
export class Dispatcher {
  readonly #engine: Engine;
  readonly #busy = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** What a process that ended had still to send. */
  resume(): void {
    for (const tenantId of tenantsOwed(this.#engine.store)) this.wake(tenantId);
  }

  /** To be called after the commit of whatever may have put events into the tenant's outbox. */
  wake(tenantId: string): void {
    if (this.#busy.has(tenantId) || this.#stop.signal.aborted) return;
    if (nextDelivery(this.#engine.store, tenantId) === null) return;
    const work = this.#drain(tenantId).finally(() => this.#busy.delete(tenantId));
    this.#busy.set(tenantId, work);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#busy.values());
  }

  async #drain(tenantId: string): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const delivery = nextDelivery(this.#engine.store, tenantId);
      if (delivery === null) return;
      const end = await this.#deliver(tenantId, delivery);
      if (this.#stop.signal.aborted || end === null || !this.#isPending(tenantId, delivery)) return;
      endDelivery(this.#engine.store, delivery.sequence, end);
    }
  }

  /** Null when the tenant was deleted meanwhile, and all that waited in its outbox with it. */
  async #deliver(tenantId: string, delivery: PendingDelivery): Promise<DeliveryEnd | null> {
    const { rules, store } = this.#engine;
    for (let attempts = delivery.attempts + 1; ; attempts += 1) {
      const isAnswered = await this.#attempt(delivery);
      if (isAnswered || this.#stop.signal.aborted || !rules.isTriedAgain(attempts))
        return { state: rules.deliveryEnd({ isAnswered }), attempts };
      if (!this.#isPending(tenantId, delivery)) return null;
      const pauseMs = rules.retryPauseMs(attempts);
      insertPause(store, { tenantId, delivery: delivery.sequence, attempt: attempts, pauseMs });
      await this.#rest(pauseMs);
    }
  }

  /** Ends early when the sandbox closes; whoever wakes from it looks at that first. */
  async #rest(pauseMs: number): Promise<void> {
    await pause(pauseMs, null, { signal: this.#stop.signal }).catch(() => null);
  }

  #isPending(tenantId: string, { sequence }: PendingDelivery): boolean {
    return nextDelivery(this.#engine.store, tenantId)?.sequence === sequence;
  }

  async #attempt(delivery: PendingDelivery): Promise<boolean> {
    const { body } = delivery;
    const unixSeconds = Math.floor(Date.now() / 1000);
    try {
      const response = await fetch(delivery.url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          [signatureHeader]: this.#engine.rules.deliverySignature(delivery.secret, { unixSeconds, body }),
        },
        body,
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      // An address that does not answer is a failed attempt like any other.
      return false;
    }
  }
}
