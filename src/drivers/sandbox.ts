import { HarnessFault } from '../model/fault.ts';
import { declareCapabilities } from '../target/capability.ts';
import type { Driver, SessionRequest, TargetAddress } from '../target/driver.ts';
import type { TargetSession } from '../target/session.ts';
import type { Wire } from '../target/wire.ts';
import { HttpClient } from './http-client.ts';
import { descriptionAnswer, leftoversAnswer, tenantAnswer, writeAnswer } from './sandbox/answers.ts';
import { isWholeKey, lookupKey } from './sandbox/lookup-key.ts';
import { readAnswer } from './sandbox/read-answer.ts';
import { sandboxSession } from './sandbox/session.ts';

/** The built-in reference billing system, over its HTTP interface and nothing else. Each session is a tenant of its own. */
export const driver: Driver = {
  name: 'sandbox',

  async describe(address) {
    return withClient(address, null, async (client) => {
      const answer = await client.read({ operation: 'describe', method: 'GET', path: '/v1/describe' });
      const { capabilities, ...description } = readAnswer('describe', descriptionAnswer, answer);
      const named = Object.entries(capabilities).filter(([, support]) => support !== undefined);
      return {
        ...description,
        capabilities: declareCapabilities(Object.fromEntries(named)),
        answeredAt: client.answeredAt,
      };
    });
  },

  async open(address, request) {
    const created = await withClient(address, request.wire, (client) =>
      client.write({
        operation: 'tenant.create',
        method: 'POST',
        path: '/v1/tenants',
        body: {
          name: request.key,
          runId: request.runId,
          today: request.today,
          ...(request.policy === undefined ? {} : { policy: request.policy }),
        },
        idempotencyKey: lookupKey(`${request.runId}/${request.key}/tenant.create`),
      }),
    );
    return sessionOf(address, request, readAnswer('tenant.create', tenantAnswer, created));
  },

  async resume(address, request, handle) {
    const session = sessionOf(address, request, readHandle(handle));
    await session.today();
    return session;
  },

  async cleanUp(address, runId, wire) {
    await withClient(address, wire, (client) => {
      const path = `/v1/tenants?${new URLSearchParams({ runId })}`;
      const idempotencyKey = lookupKey(`${runId}/tenant.delete`);
      return client.write({ operation: 'tenant.delete', method: 'DELETE', path, idempotencyKey });
    });
  },

  async leftovers(address, runId, wire) {
    return withClient(address, wire, async (client) => {
      const path = `/v1/tenants?${new URLSearchParams({ runId })}`;
      const answer = await client.read({ operation: 'tenant.list', method: 'GET', path });
      return readAnswer('tenant.list', leftoversAnswer, answer).tenants.map((tenant) => tenant.name);
    });
  },

  async settle(address, { runId, idempotencyKey }, wire) {
    if (!isWholeKey(idempotencyKey)) return { outcome: 'unknown', detail: 'it was sent without a key' };
    return withClient(address, wire, async (client) => {
      const path = `/v1/writes?${new URLSearchParams({ runId, key: idempotencyKey })}`;
      const answer = await client.read({ operation: 'write.read', method: 'GET', path });
      const { outcome, status } = readAnswer('write.read', writeAnswer, answer);
      const detail = status === null ? 'no answer is on record' : `it was answered ${status}`;
      return {
        outcome,
        detail:
          outcome === 'not-done' && status === null ? 'it never arrived, or did not come to its end' : detail,
      };
    });
  },
};

interface Tenant {
  readonly tenantId: string;
  readonly apiKey: string;
}

function sessionOf(address: TargetAddress, request: SessionRequest, tenant: Tenant): TargetSession {
  const client = new HttpClient({
    baseUrl: baseUrlOf(address),
    headers: { authorization: `Bearer ${tenant.apiKey}` },
    wire: request.wire,
  });
  const keyPrefix = `${request.runId}/${request.key}/`;
  return sandboxSession({ url: baseUrlOf(address), keyPrefix, ...tenant }, client);
}

async function withClient<Result>(
  address: TargetAddress,
  wire: Wire | null,
  work: (client: HttpClient) => Promise<Result>,
): Promise<Result> {
  const client = new HttpClient({ baseUrl: baseUrlOf(address), headers: {}, wire });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function baseUrlOf(address: TargetAddress): string {
  return address.url.replace(/\/+$/, '');
}

function readHandle(handle: string): Tenant {
  try {
    return tenantAnswer.parse(JSON.parse(handle));
  } catch (cause) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: 'Found a session handle that names no world of the sandbox, expected one that `open` gave.',
      hint: 'Start the run anew.',
      cause,
    });
  }
}
