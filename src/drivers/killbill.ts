import { localDate } from '../model/date.ts';
import { declareCapabilities } from '../target/capability.ts';
import type { Driver } from '../target/driver.ts';
import { type OfferedSession, TargetRefusal } from '../target/session.ts';
import type { HttpClient } from './http-client.ts';
import { killBillCapabilities } from './killbill/capabilities.ts';
import { connect, within } from './killbill/connection.ts';
import { dialectAt, versionOf } from './killbill/dialect.ts';
import { endWorld } from './killbill/end-world.ts';
import { lookUp } from './killbill/look-up.ts';
import { killBillProfile } from './killbill/profile.ts';
import { createTenant, noteBegin, openWorlds } from './killbill/registry.ts';
import { killBillSession, readHandle } from './killbill/session.ts';
import { worldTenant } from './killbill/tenant.ts';

/** Kill Bill over its HTTP interface. Each session is a tenant of its own; the clock is one for the whole server. */
export const driver: Driver<OfferedSession> = {
  name: 'killbill',

  describe: (address) =>
    within(connect(address, null, null), async (client) => {
      const version = await versionOf(address);
      const hasClock = await hasTestClock(client);
      return {
        name: 'Kill Bill',
        version,
        environment: hasClock ? 'test' : 'unknown',
        clock: hasClock ? 'per-server' : 'none',
        capabilities: declareCapabilities({
          ...killBillCapabilities,
          clock: hasClock ? 'native' : 'absent',
        }),
        profile: killBillProfile,
        interfaces: [],
        answeredAt: client.answeredAt,
        digests: { build: version, configuration: null, priceBook: null, dataCut: null },
      };
    }),

  async open(address, { runId, key, today, wire }) {
    const tenant = worldTenant(runId, key);
    await noteBegin(address, { runId, tenant, wire });
    await createTenant(address, tenant, wire);
    const memory = {
      tenant,
      today: localDate(today),
      isClockLent: false,
      versions: [],
      withdrawals: [],
      forms: [],
      customers: [],
      subscriptions: [],
    };
    return killBillSession({ address, runId, wire, memory, dialect: await dialectAt(address) });
  },

  async resume(address, { runId, wire }, handle) {
    const memory = readHandle(handle);
    const session = killBillSession({ address, runId, wire, memory, dialect: await dialectAt(address) });
    await session.today?.();
    return session;
  },

  async cleanUp(address, runId, wire) {
    for (const tenant of await openWorlds(address, runId, wire))
      await endWorld(address, { runId, tenant, wire });
  },

  settle: lookUp,

  async leftovers(address, runId, wire) {
    return (await openWorlds(address, runId, wire)).map(({ apiKey }) => apiKey);
  },
};

/** A server that was not started for tests has no such path, and says so before it asks who calls. */
async function hasTestClock(client: HttpClient): Promise<boolean> {
  try {
    await client.read({
      operation: 'describe',
      method: 'OPTIONS',
      path: '/1.0/kb/test/clock',
      answers: 'text',
    });
    return true;
  } catch (error) {
    if (error instanceof TargetRefusal && error.status === 404) return false;
    throw error;
  }
}
