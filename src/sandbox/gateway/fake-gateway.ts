import { setTimeout as pause } from 'node:timers/promises';
import type { PaymentBehaviour, PaymentNotification } from '../../model/billing/gateway.ts';
import { unreachable } from '../../model/fault.ts';
import { findMovement, insertMovement, moveOn } from '../store/gateway-movements.ts';
import { behaviourOf } from '../store/payment-methods.ts';
import type { Store } from '../store/store.ts';
import type { Gateway, GatewayAnswer, GatewayOrder } from './gateway.ts';

const latencyMs = 2;
/** Longer than anybody waits for an answer. */
const silenceMs = 200;

/** A payment service that keeps its own record and does with each payment method what the method was made for. */
export class FakeGateway implements Gateway {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async order(order: GatewayOrder): Promise<GatewayAnswer> {
    await pause(latencyMs);
    const known = findMovement(this.#store, order.tenantId, order.key);
    if (known !== null) return known;
    const behaviour = behaviourOf(this.#store, order.tenantId, order.customerId);
    const answer = answerOf(order.kind === 'refund' ? refundBehaviour(behaviour) : behaviour);
    insertMovement(this.#store, order, answer);
    if (behaviour === 'times-out-after-doing-it') await pause(silenceMs, undefined, { ref: false });
    return answer;
  }

  async find(tenantId: string, key: string): Promise<GatewayAnswer | null> {
    await pause(latencyMs);
    return findMovement(this.#store, tenantId, key);
  }

  /** The payment service's own decision, where it still has one to make: what ended stays ended. */
  conclude(tenantId: string, key: string, outcome: PaymentNotification['outcome']): void {
    const from = outcome === 'charged-back' ? 'succeeded' : 'pending';
    if (outcome !== 'pending') moveOn(this.#store, { tenantId, key, from, to: outcome });
  }
}

/** Whoever could be charged once can be given money back. */
function refundBehaviour(behaviour: PaymentBehaviour): PaymentBehaviour {
  return behaviour === 'times-out-after-doing-it' ? behaviour : 'succeeds';
}

function answerOf(behaviour: PaymentBehaviour): GatewayAnswer {
  switch (behaviour) {
    case 'succeeds':
    case 'times-out-after-doing-it':
      return { status: 'succeeded' };
    case 'declines-soft':
      return { status: 'declined', decline: 'soft' };
    case 'declines-hard':
      return { status: 'declined', decline: 'hard' };
    case 'stays-pending':
      return { status: 'pending' };
    default:
      return unreachable(behaviour, 'behaviour of a payment method');
  }
}
