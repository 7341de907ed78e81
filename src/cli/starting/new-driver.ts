/** The files that `tollgate init driver NAME` writes: a driver that says what it is, and its tests. */
export function driverText(name: string): string {
  return `import { type Driver, declareCapabilities, HttpClient, type OfferedSession, type Wire } from 'tollgate/driver';

/**
 * The way to ${name}. What to write next, in its order, says: npx tollgate targets ${name} --verify
 * The verbs of a session and what each must do: docs/adding-a-target.md in the package tollgate.
 */
export const driver: Driver<OfferedSession> = {
  name: '${name}',

  // Reads only. Version and environment are best asked of the system itself; one that is not a test environment is refused.
  async describe({ url }) {
    await ask(url, null, { method: 'GET', path: '/' });
    return {
      name: '${name}',
      version: 'unknown',
      environment: 'test',
      // per-session: each world has a clock of its own; per-server: one for all; none: nobody can move it.
      clock: 'none',
      // What the system does by itself is native, what this driver makes out of other calls is emulated. Whatever is not
      // named here is absent: its checks are NOT RUN.
      capabilities: declareCapabilities({
        // clock: 'native',
        // 'price.flat': 'native',
      }),
      // The system's legal habits: each makes another amount the right one.
      profile: {
        roundingMode: 'half-up', // or half-even, half-down, down, up
        roundingPoint: 'line', // or tax-rate, invoice, none
        dayCount: 'actual', // or fixed-30
        changeDayBelongsTo: 'new-plan', // or old-plan
        prorationCredit: 'line-on-next-invoice', // or credit-note, none
        zeroUsage: 'no-line', // or zero-line
        taxBase: 'after-discount', // or before-discount
        existingSubscriptions: 'price-in-force-at-period-start', // or price-at-signing
        paymentTermDays: 14,
      },
      // Its neighbours: { name: 'tax engine', provenance: 'real' }, or vendor-sandbox, simulated, absent.
      interfaces: [],
      // Of what runs there, where it says so.
      digests: { build: null, configuration: null, priceBook: null, dataCut: null },
    };
  },

  // A world of its own: nothing that one session makes is seen by another. Where there are no tenants, a prefix of all names.
  async open({ url }, { runId, key, wire }) {
    return session(url, wire, \`\${runId}.\${key}\`);
  },

  // The same world from another process.
  async resume({ url }, { wire }, handle) {
    return session(url, wire, handle);
  },

  // Removes what sessions of the run left, whatever process made it; never what another run made.
  async cleanUp(_address, _runId, _wire) {},

  // Names of what of the run is still there.
  async leftovers(_address, _runId, _wire) {
    return [];
  },
};

/** The verbs that ${name} can do. Each is named by the type OfferedSession; one that is not here counts as absent. */
function session(url: string, wire: Wire, world: string): OfferedSession {
  return {
    handle: world,
    close: async () => {},

    // createCustomer: async (customer) => {
    //   const body = { reference: \`\${world}.\${customer.key}\`, name: customer.name, currency: customer.currency };
    //   const made = (await ask(url, wire, { method: 'POST', path: '/customers', body })) as { id: string };
    //   return { ...customer, id: made.id };
    // },
  };
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/**
 * The client announces each write before it is sent, repeats none, and throws TargetRefusal for a no (status 4xx). A key of
 * the target comes from \`secrets\` in tollgate.yaml: address.options.secrets.
 */
async function ask(url: string, wire: Wire | null, call: Call): Promise<unknown> {
  const client = new HttpClient({ baseUrl: url, headers: {}, wire });
  const sent = { ...call, operation: \`\${call.method} \${call.path}\` };
  return (call.method === 'GET' ? client.read(sent) : client.write(sent)).finally(() => client.close());
}
`;
}

export function driverTestText(name: string, ending: string): string {
  const variable = `${name.toUpperCase().replaceAll('-', '_')}_URL`;
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractOf } from 'tollgate/contract';
import { driver } from './${name}${ending}';

// Start ${name}, a test environment of it, and: ${variable}=http://127.0.0.1:8080 node --test drivers/${name}.test${ending}
const url = process.env.${variable} ?? 'http://127.0.0.1:8080';

for (const { promise, prove } of contractOf(driver, { url, options: {} })) {
  test(promise, async (context) => {
    const { result, detail } = await prove();
    if (result === 'absent') return context.skip(detail);
    assert.equal(result, 'kept', detail);
  });
}
`;
}
