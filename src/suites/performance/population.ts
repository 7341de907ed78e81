import { z } from 'zod';
import { instant, type LocalDate, localDate } from '../../model/date.ts';
import type { MeteredUsage } from '../../oracle/subscription/billing-history.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import {
  type CustomerHistory,
  customerHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../scenario/drawn/customer-history.ts';
import { readPhaseFile, writePhaseFile } from './phase-file.ts';

/** Few enough that many requests of one second meet at the same customer. */
export const customerCount = 20;

export const firstPeriod = { from: localDate('2026-01-01'), to: localDate('2026-02-01') };

/** When all usage of the load happened: in the middle of the first period, whatever the customer's zone. */
export const loadInstant = instant('2026-01-10T12:00:00Z');

export const loadMeter = 'requests';

export const loadPlan = monthlyPlan('load', [
  fee('25.00'),
  metered(loadMeter, {
    kind: 'graduated',
    tiers: [
      { upTo: '5', unit: '0.05', flat: '0' },
      { upTo: null, unit: '0.0325', flat: '0' },
    ],
  }),
]);

/** The customer's own day of that usage. */
export function loadDay(number: number): LocalDate {
  return dayInZone(loadInstant, zoneOf(number));
}

const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

export function zoneOf(number: number): string {
  return zones[number % zones.length] ?? 'UTC';
}

/** One customer of the load with the usage that was accepted of him, as the oracle needs it. */
export function loadHistory(number: number, usageCount: number): CustomerHistory {
  const usage = Array.from(
    { length: usageCount },
    (_, n): MeteredUsage => ({ id: `load-${n}`, meter: loadMeter, quantity: '1', at: loadInstant }),
  );
  return customerHistory(
    { name: `Load customer ${number + 1}`, country: 'DE', currency: 'EUR', timeZone: zoneOf(number) },
    {
      plans: [loadPlan],
      subscriptions: [subscriptionOf(loadPlan.plan, firstPeriod.from)],
      usage,
      until: firstPeriod.to,
    },
  );
}

const seeded = z.object({
  /** Opens the world again; it may hold a key, so the file is for this phase only. */
  handle: z.string(),
  customers: z.array(z.object({ customerId: z.string(), subscriptionId: z.string(), invoiceId: z.string() })),
  /** What the target's own log counted before the load, by operation. */
  requestsBefore: z.record(z.string(), z.number()),
});

export type Seeded = z.infer<typeof seeded>;

const seedFile = 'seed.json';

export async function writeSeeded({ phaseDir }: ScenarioConfiguration, value: Seeded): Promise<void> {
  await writePhaseFile(phaseDir, seedFile, value);
}

export async function readSeeded({ phaseDir }: ScenarioConfiguration): Promise<Seeded> {
  return seeded.parse(await readPhaseFile(phaseDir, seedFile));
}
