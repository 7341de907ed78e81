import { z } from 'zod';
import { localDate } from '../../model/date.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import {
  type CustomerHistory,
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
} from '../../scenario/drawn/customer-history.ts';
import { readPhaseFile, writePhaseFile } from './phase-file.ts';
import { zoneOf } from './population.ts';

/** As many as are billed on one day, while their invoices are read. */
export const accountCount = 200;

export const billDays = { first: localDate('2026-01-01'), second: localDate('2026-02-01') };

/** Fees of their own, so that whoever is billed for another one is seen. */
export const billDayPlans = [
  monthlyPlan('bill-day-small', [fee('19.00')]),
  monthlyPlan('bill-day-medium', [fee('49.90')]),
  monthlyPlan('bill-day-large', [fee('120.35')]),
];

/** One of the accounts, as the oracle needs it; his plan is one of the three in turn. */
export function accountHistory(number: number): CustomerHistory {
  const plan = billDayPlans[number % billDayPlans.length] ?? monthlyPlan('none', []);
  return customerHistory(
    { name: `Account ${number + 1}`, country: 'DE', currency: 'EUR', timeZone: zoneOf(number) },
    {
      plans: [plan],
      subscriptions: [subscriptionOf(plan.plan, billDays.first)],
      until: billDays.second,
    },
  );
}

const seeded = z.object({
  /** Opens the world again. */
  handle: z.string(),
  customerIds: z.array(z.string()),
});

export type SeededBillDay = z.infer<typeof seeded>;

const seedFile = 'bill-day-seed.json';

export function writeBillDaySeed({ phaseDir }: ScenarioConfiguration, value: SeededBillDay): Promise<void> {
  return writePhaseFile(phaseDir, seedFile, value);
}

export async function readBillDaySeed({ phaseDir }: ScenarioConfiguration): Promise<SeededBillDay> {
  return seeded.parse(await readPhaseFile(phaseDir, seedFile));
}
