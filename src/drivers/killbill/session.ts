import { z } from 'zod';
import type { Customer } from '../../model/billing/customer.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { TargetAddress } from '../../target/driver.ts';
import type { OfferedSession } from '../../target/session.ts';
import type { Wire } from '../../target/wire.ts';
import { KillBillCalls } from './calls.ts';
import { baseUrlOf, connect } from './connection.ts';
import type { Dialect } from './dialect.ts';
import { endWorld } from './end-world.ts';
import { PriceList, type PriceListMemory } from './price-list.ts';
import { ServerClock } from './server-clock.ts';
import type { Tenant } from './tenant.ts';
import { actPreviewVerbs } from './verbs/act-preview.ts';
import { catalogVerbs } from './verbs/catalog.ts';
import { chargeVerbs } from './verbs/charge.ts';
import { chargebackVerbs } from './verbs/chargeback.ts';
import { clockVerbs } from './verbs/clock.ts';
import { collectionVerbs } from './verbs/collection.ts';
import { customerVerbs } from './verbs/customer.ts';
import { draftVerbs } from './verbs/draft.ts';
import { holdVerbs } from './verbs/hold.ts';
import { invoiceVerbs } from './verbs/invoice.ts';
import { lineCreditVerbs } from './verbs/line-credit.ts';
import { loadVerbs } from './verbs/load.ts';
import { paymentVerbs } from './verbs/payment.ts';
import { previewVerbs } from './verbs/preview.ts';
import { priceListVerbs } from './verbs/price-list.ts';
import { subscriptionVerbs } from './verbs/subscription.ts';
import { usageVerbs } from './verbs/usage.ts';
import { voidVerbs } from './verbs/void.ts';
import { withdrawalVerbs } from './verbs/withdrawal.ts';
import type { OrderedSubscription, WorldState } from './world-state.ts';

/** A world as it can be taken up by another process: what the session remembers, and the key of its tenant. */
export interface WorldMemory extends PriceListMemory {
  readonly tenant: Tenant;
  readonly today: LocalDate;
  /** A load generator was told how to move the clock: where it stands is what the server says. */
  readonly isClockLent: boolean;
  readonly customers: readonly (readonly [string, Customer])[];
  readonly subscriptions: readonly (readonly [string, OrderedSubscription])[];
}

export interface SessionParts {
  readonly address: TargetAddress;
  readonly runId: string;
  readonly wire: Wire;
  readonly memory: WorldMemory;
  readonly dialect: Dialect;
}

/** A tenant of Kill Bill and all that can be asked of it. */
export function killBillSession({ address, runId, wire, memory, dialect }: SessionParts): OfferedSession {
  const calls = new KillBillCalls(connect(address, memory.tenant, wire), memory.tenant.apiKey);
  const state: WorldState = {
    calls,
    dialect,
    clock: new ServerClock(calls, baseUrlOf(address), memory),
    prices: new PriceList({ calls, dialect }, memory),
    customers: new Map(memory.customers),
    subscriptions: new Map(memory.subscriptions),
    items: new Map(),
    voids: new Map(),
  };
  return {
    get handle() {
      return handleOf(state, memory.tenant);
    },
    close: async () => {
      await endWorld(address, { runId, tenant: memory.tenant, wire });
      await calls.close();
    },
    ...actPreviewVerbs(state),
    ...catalogVerbs(state),
    ...chargeVerbs(state),
    ...chargebackVerbs(state),
    ...clockVerbs(state),
    ...collectionVerbs(state),
    ...customerVerbs(state),
    ...draftVerbs(state),
    ...holdVerbs(state),
    ...invoiceVerbs(state),
    ...lineCreditVerbs(state),
    ...loadVerbs(state, { address, tenant: memory.tenant }),
    ...paymentVerbs(state),
    ...priceListVerbs(state),
    ...subscriptionVerbs(state),
    ...usageVerbs(state),
    ...previewVerbs(state, { address, wire }),
    ...voidVerbs(state),
    ...withdrawalVerbs(state),
  };
}

function handleOf({ clock, prices, customers, subscriptions }: WorldState, tenant: Tenant): string {
  const memory: WorldMemory = {
    tenant,
    today: clock.today,
    isClockLent: clock.isLent,
    versions: prices.versions,
    withdrawals: prices.withdrawals,
    forms: prices.forms,
    customers: [...customers],
    subscriptions: [...subscriptions],
  };
  return JSON.stringify(memory);
}

const handleShape = z.object({
  tenant: z.object({ apiKey: z.string(), apiSecret: z.string() }),
  today: z.string(),
  isClockLent: z.boolean(),
});

export function readHandle(handle: string): WorldMemory {
  try {
    const memory = JSON.parse(handle) as WorldMemory;
    handleShape.parse(memory);
    return { ...memory, today: localDate(memory.today) };
  } catch (cause) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: 'Found a session handle that names no world of Kill Bill, expected one that `open` gave.',
      hint: 'Start the run anew.',
      cause,
    });
  }
}
