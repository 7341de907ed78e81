import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDriver } from '../src/drivers/index.ts';
import { addDays, type Instant, localDate } from '../src/model/date.ts';
import { metered, monthlyPlan } from '../src/scenario/drawn/customer-history.ts';
import type { TargetSession } from '../src/target/session.ts';
import type { Wire } from '../src/target/wire.ts';
import { startSandboxProcess } from './sandbox/sandbox-process.ts';

/**
 * What the built-in billing system does on this machine: usage events a second over HTTP, and one bill run over many
 * subscriptions with a fee and usage each. It is a reference, not a product: the figures say how large a load a rehearsal
 * can bear. Every event and every invoice is counted afterwards, so that a fast wrong answer is no figure.
 *
 *   npm run bench -- sandbox [subscriptions] [events]
 */
const [subscriptions = 10_000, events = 100_000] = process.argv.slice(2).map(Number);
const batch = 100;
const parallel = 4;
const start = localDate('2026-01-01');
const silent: Wire = { intent: async () => '', outcome: () => undefined, exchange: () => undefined };

const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-bench-'));
const sandbox = await startSandboxProcess(dataDir);
try {
  const driver = await loadDriver('sandbox', '/');
  const address = { url: sandbox.url, options: {} };
  const session = await driver.open(address, { runId: 'bench', key: 'bench', today: start, wire: silent });
  process.exitCode = await bench(session);
  await session.close();
} finally {
  await sandbox.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function bench(session: TargetSession): Promise<number> {
  await session.publish(
    monthlyPlan('bench', [
      { kind: 'recurring', code: 'fee', timing: 'arrears', price: { kind: 'flat', amount: '25.00' } },
      metered('units', { kind: 'per-unit', unit: '0.01' }),
    ]),
  );
  const customers: string[] = [];
  const seeding = await timed(() =>
    inParallel(subscriptions, async (n) => {
      const who = {
        name: `Customer ${n}`,
        country: 'DE',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
      } as const;
      const { id } = await session.createCustomer({ key: `c${n}`, ...who });
      customers[n] = id;
      await session.subscribe({
        key: `s${n}`,
        customerId: id,
        plan: 'bench',
        start,
        quantity: '1',
        billing: 'anniversary',
      });
    }),
  );
  line(`${subscriptions} customers with a subscription each`, seeding, {
    count: 2 * subscriptions,
    of: 'writes',
  });
  const batches = Math.ceil(events / batch);
  const at = '2026-01-15T12:00:00Z' as Instant;
  let accepted = 0;
  const ingestion = await timed(() =>
    inParallel(batches, async (n) => {
      const sent = Array.from({ length: batch }, (_, index) => {
        const number = n * batch + index;
        const customerId = customers[number % subscriptions] ?? '';
        return { id: `e${number}`, customerId, meter: 'units', quantity: '1', at };
      });
      const results = await session.sendUsage(sent);
      accepted += results.filter(({ outcome }) => outcome === 'accepted').length;
    }),
  );
  line(`${accepted} usage events in batches of ${batch}`, ingestion, { count: accepted, of: 'events' });
  const end = addDays(start, 31);
  const billRun = await timed(() => session.advanceTo(end));
  const invoices = await billedOf(session, customers);
  line(`one bill run, ${invoices} invoices`, billRun, { count: invoices, of: 'invoices' });
  const isWhole = invoices === subscriptions && accepted === batches * batch;
  if (!isWhole) process.stdout.write('NOT ALL EVENTS WERE TAKEN AND ALL SUBSCRIPTIONS BILLED ONCE\n');
  return isWhole ? 0 : 1;
}

/** Invoices of a customer in twenty, each with its usage; all customers are alike. */
async function billedOf(session: TargetSession, customers: readonly string[]): Promise<number> {
  let invoices = 0;
  const step = Math.max(1, Math.floor(customers.length / 500));
  const sample = customers.filter((_, index) => index % step === 0);
  for (const id of sample) {
    const own = await session.invoices(id);
    if (own.length === 1 && own[0]?.lines.length === 2) invoices += 1;
  }
  return invoices === sample.length ? customers.length : invoices;
}

async function inParallel(count: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) await act(n);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function line(what: string, ms: number, done: { readonly count: number; readonly of: string }): void {
  const { count, of } = done;
  const rate = Math.round((count / ms) * 1000);
  process.stdout.write(
    `${what}: ${(ms / 1000).toFixed(1)} s, ${rate} ${of}/s, peak ${sandbox.peakMiB()} MiB\n`,
  );
}
