import { driver } from '../../src/drivers/sandbox.ts';
import type { Invoice } from '../../src/model/billing/invoice.ts';
import { openResidentSandbox } from '../../src/prove/worker/resident-sandbox.ts';
import type { Defect } from '../../src/sandbox/defects/defect.ts';
import { type CustomerHistory, firstDay } from '../../src/scenario/drawn/customer-history.ts';
import { generatedHistories } from '../../src/scenario/drawn/generated-history.ts';
import { playHistories } from '../../src/scenario/drawn/play-history.ts';
import type { Wire } from '../../src/target/wire.ts';

/** One drawn customer of each seed. */
export function ordinaryHistories(count: number): readonly CustomerHistory[] {
  return Array.from({ length: count }, (_, index) =>
    generatedHistories({ seed: index + 1, salt: 'ordinary', count: 1 }),
  ).flat();
}

/** All that each customer is billed, in a world of his own of one sandbox; a refusal is as good as a bill. */
export async function* billsOf(
  defect: Defect | null,
  histories: readonly CustomerHistory[],
): AsyncGenerator<string, void> {
  const sandbox = await openResidentSandbox(defect);
  try {
    for (const [index, history] of histories.entries())
      yield await billed(sandbox.url, { history, key: `ordinary-${index + 1}` }).catch(String);
  } finally {
    await sandbox.close();
  }
}

async function billed(
  url: string,
  { history, key }: { readonly history: CustomerHistory; readonly key: string },
): Promise<string> {
  const request = { runId: 'ordinary', key, today: firstDay([history]), wire: unwritten };
  const session = await driver.open({ url, options: {} }, request);
  try {
    const played = await playHistories(session, [history], { key, steps: 'jump' });
    const { customerId = '' } = played.get(history.name) ?? {};
    return (await session.invoices(customerId)).map(textOf).join('\n');
  } finally {
    await session.close();
  }
}

const unwritten: Wire = { intent: async () => '', outcome: () => undefined, exchange: () => undefined };

const ids = new Set(['id', 'customerId', 'subscriptionId']);

function textOf(invoice: Invoice): string {
  return JSON.stringify(invoice, (key, value: unknown) => {
    if (ids.has(key)) return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}
