import type { OpenWrite, Settlement, TargetAddress } from '../../target/driver.ts';
import { TargetRefusal } from '../../target/session.ts';
import type { Wire } from '../../target/wire.ts';
import { KillBillCalls } from './calls.ts';
import { connect } from './connection.ts';
import { tenantOf } from './tenant.ts';

/** Where a thing of each kind is found again by the key that we gave it. */
const places: Readonly<Record<string, (key: string) => string>> = {
  tenant: () => '/1.0/kb/accounts/pagination?limit=1',
  account: (key) => `/1.0/kb/accounts?${new URLSearchParams({ externalKey: key })}`,
  subscription: (key) => `/1.0/kb/subscriptions?${new URLSearchParams({ externalKey: key })}`,
  payment: (key) => `/1.0/kb/payments?${new URLSearchParams({ externalKey: key })}`,
  refund: (key) => `/1.0/kb/paymentTransactions?${new URLSearchParams({ transactionExternalKey: key })}`,
  void: (id) => `/1.0/kb/invoices/${encodeURIComponent(id)}`,
};

/** Whether a write was done, by looking for what it makes. What has no key of ours stays unknown. */
export async function lookUp(
  address: TargetAddress,
  { idempotencyKey }: OpenWrite,
  wire: Wire,
): Promise<Settlement> {
  const [, apiKey = '', kind = '', key = ''] = /^([^|]+)\|([a-z]+)\/(.*)$/.exec(idempotencyKey) ?? [];
  const placeOf = placeFor(kind);
  if (placeOf === undefined) return { outcome: 'unknown', detail: 'it made nothing that has a key of ours' };
  const reader = kind === 'tenant' ? key : apiKey;
  const calls = new KillBillCalls(connect(address, tenantOf(reader), wire));
  try {
    const found = await calls.text('write.read', placeOf(key));
    const isDone = kind !== 'void' || found.includes('"status":"VOID"');
    return { outcome: isDone ? 'done' : 'not-done', detail: `${kind} ${key} was read` };
  } catch (error) {
    const isAbsent = error instanceof TargetRefusal && [401, 404].includes(error.status);
    if (!isAbsent) throw error;
    return { outcome: 'not-done', detail: `${kind} ${key} is not there` };
  } finally {
    await calls.close();
  }
}

function placeFor(kind: string): ((key: string) => string) | undefined {
  return Object.hasOwn(places, kind) ? places[kind] : undefined;
}
