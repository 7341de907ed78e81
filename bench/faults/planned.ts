import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunPlan } from '../../src/model/deciding/plan.ts';
import type { Seen } from './row.ts';

/** The checks of the plan; none where there is no run. */
export function planned(runDir: string | null): RunPlan['checks'] {
  if (runDir === null) return [];
  return (JSON.parse(readFileSync(join(runDir, 'plan.json'), 'utf8')) as RunPlan).checks;
}

/** Ids of the planned checks of some files that were recorded as passed, by different ids. */
export function passedIn({ runDir, records }: Seen, file: RegExp): ReadonlySet<string> {
  const mine = new Set(
    planned(runDir)
      .filter((check) => file.test(check.file))
      .map(({ id }) => id),
  );
  return new Set(
    records.flatMap((one) =>
      one.kind === 'check-finished' && one.status === 'passed' && mine.has(one.checkId) ? [one.checkId] : [],
    ),
  );
}
