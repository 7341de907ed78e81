import { z } from 'zod';
import type { TargetAddress } from '../../target/driver.ts';
import { TargetRefusal } from '../../target/session.ts';
import type { Wire } from '../../target/wire.ts';
import { KillBillCalls } from './calls.ts';
import { connect } from './connection.ts';
import { registryTenant, type Tenant, tenantOf } from './tenant.ts';

interface Entry {
  readonly runId: string;
  readonly tenant: Tenant;
  readonly wire: Wire;
}

const entriesAnswer = z.array(
  z.object({ accountId: z.string(), externalKey: z.string(), name: z.string().nullable() }),
);
const ended = 'ended';

/** A key that is taken is ours already: it was made by an earlier process of the run. */
export async function createTenant(address: TargetAddress, tenant: Tenant, wire: Wire): Promise<void> {
  const calls = new KillBillCalls(connect(address, null, wire), tenant.apiKey);
  try {
    await calls.write({
      operation: 'tenant.create',
      path: '/1.0/kb/tenants',
      body: tenant,
      naturalKey: `tenant/${tenant.apiKey}`,
    });
  } catch (error) {
    if (!(error instanceof TargetRefusal && error.status === 409)) throw error;
  } finally {
    await calls.close();
  }
}

const registered = new Set<string>();

/** Writes down that the world is there, before it is: Kill Bill has no list of tenants. An account stands for each. */
export async function noteBegin(address: TargetAddress, { runId, tenant, wire }: Entry): Promise<void> {
  const registry = registryTenant(runId);
  if (!registered.has(`${address.url} ${runId}`)) await createTenant(address, registry, wire);
  registered.add(`${address.url} ${runId}`);
  await withRegistry(address, { runId, wire }, async (calls) => {
    const body = { externalKey: tenant.apiKey, name: 'open', currency: 'EUR' };
    await calls.write({
      operation: 'world.begin',
      path: '/1.0/kb/accounts',
      body,
      naturalKey: `account/${tenant.apiKey}`,
    });
  });
}

export async function noteEnd(address: TargetAddress, { runId, tenant, wire }: Entry): Promise<void> {
  await withRegistry(address, { runId, wire }, async (calls) => {
    const mine = (await entries(calls)).find(({ externalKey }) => externalKey === tenant.apiKey);
    if (mine === undefined || mine.name === ended) return;
    const path = `/1.0/kb/accounts/${mine.accountId}`;
    await calls.write({ operation: 'world.end', method: 'PUT', path, body: { name: ended } });
  });
}

/** The worlds of the run that nobody ended. A run without a registry opened none. */
export async function openWorlds(
  address: TargetAddress,
  runId: string,
  wire: Wire,
): Promise<readonly Tenant[]> {
  return withRegistry(address, { runId, wire }, async (calls) => {
    try {
      const found = await entries(calls);
      return found.filter(({ name }) => name !== ended).map(({ externalKey }) => tenantOf(externalKey));
    } catch (error) {
      if (error instanceof TargetRefusal && error.status === 401) return [];
      throw error;
    }
  });
}

function entries(calls: KillBillCalls) {
  return calls.get('world.list', '/1.0/kb/accounts/pagination?limit=10000', entriesAnswer);
}

async function withRegistry<Result>(
  address: TargetAddress,
  { runId, wire }: { readonly runId: string; readonly wire: Wire },
  work: (calls: KillBillCalls) => Promise<Result>,
): Promise<Result> {
  const registry = registryTenant(runId);
  const calls = new KillBillCalls(connect(address, registry, wire), registry.apiKey);
  try {
    return await work(calls);
  } finally {
    await calls.close();
  }
}
