import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFile, checkIdOf } from '../channel/check-id.ts';
import { connectChannel } from '../channel/client.ts';
import type { ListedCheck } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import { comparedCapabilities, type DeclaredCheck, declaredChecks } from './declared-checks.ts';
import { differencesCsv, moneyDifferencesOf } from './difference-report.ts';
import { openDuckdb } from './engines/duckdb.ts';
import { type Judgement, judgeChecks } from './judge-checks.ts';

/** What the run tells this process before it lists. */
interface CompareSetup {
  readonly phase: PhaseName;
  readonly step: string;
  readonly projectDir: string;
  readonly packageDir: string;
  /** Holds `bills.csv` and `bills-totals.csv` of the old system. */
  readonly legacyDir: string;
  /** Where the extraction left `target-bills.csv` and its control totals. */
  readonly phaseDir: string;
  readonly workDir: string;
  readonly reportFile: string;
  readonly seed: number;
}

interface CheckWithId {
  readonly id: string;
  readonly declared: DeclaredCheck;
}

const memoryMiB = 512;

/** The process of the comparison: lists its checks, runs those it is told to, and exits with 1 exactly when one did not pass. */
const channel = await connectChannel('session');
let setup: CompareSetup | null = null;

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'list':
      setup = value as CompareSetup;
      return { checks: withIds(setup).map(listed), faults: [], toolVersion: 'duckdb' };
    case 'run':
      return run(setupGiven(), new Set(value as readonly string[]));
    case 'close':
      setImmediate(() => process.exit(process.exitCode));
      return null;
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

function setupGiven(): CompareSetup {
  if (setup === null) throw new RangeError('run before list');
  return setup;
}

function withIds({
  phase,
  projectDir,
  packageDir,
}: CompareSetup): readonly (CheckWithId & { file: string })[] {
  const file = checkFile(fileURLToPath(new URL('./declared-checks.ts', import.meta.url)), {
    projectDir,
    packageDir,
  });
  return declaredChecks.map((declared) => ({
    id: checkIdOf({ phase, file, titlePath: declared.titlePath }),
    file,
    declared,
  }));
}

function listed({ id, file, declared }: CheckWithId & { readonly file: string }): ListedCheck {
  return {
    id,
    phase: setupGiven().phase,
    step: setupGiven().step,
    file,
    line: 1,
    titlePath: declared.titlePath,
    topic: 'reconciliation',
    tags: declared.kind === 'control' ? ['@control'] : [],
    needs: comparedCapabilities,
  };
}

async function run(given: CompareSetup, ids: ReadonlySet<string>): Promise<null> {
  const chosen = withIds(given).filter(({ id }) => ids.has(id));
  if (chosen.length !== ids.size) throw new RangeError('a check was asked for that this step does not have');
  process.exitCode = 0;
  const engine = await openDuckdb({ spillDir: join(given.workDir, 'spill'), memoryMiB });
  const results: { readonly id: string; readonly status: Judgement['status'] }[] = [];
  try {
    const declared = chosen.map(({ id, declared: check }) => ({ ...check, id }));
    const parts = { engine, plan: planOf(given), workDir: given.workDir, seed: given.seed };
    let started = performance.now();
    for await (const { check, judgement } of judgeChecks(parts, declared)) {
      await record({ checkId: check.id, judgement, durationMs: Math.round(performance.now() - started) });
      results.push({ id: check.id, status: judgement.status });
      if (judgement.status !== 'passed') process.exitCode = 1;
      started = performance.now();
    }
  } finally {
    engine.close();
  }
  await writeReport(given.reportFile, results);
  await channel.settled();
  return null;
}

function planOf({ legacyDir, phaseDir }: CompareSetup) {
  return {
    legacy: {
      name: "the old system's bills",
      billsFile: join(legacyDir, 'bills.csv'),
      totalsFile: join(legacyDir, 'bills-totals.csv'),
    },
    target: {
      name: "the new system's bills",
      billsFile: join(phaseDir, 'target-bills.csv'),
      totalsFile: join(phaseDir, 'target-bills-totals.csv'),
    },
  };
}

async function record(ended: { checkId: string; judgement: Judgement; durationMs: number }): Promise<void> {
  const { checkId, judgement, durationMs } = ended;
  await channel.record({ kind: 'check-started', checkId });
  const base = { kind: 'check-finished', checkId, durationMs } as const;
  if (judgement.status === 'passed') {
    await channel.record({ ...base, status: 'passed', cause: null, error: null });
    return;
  }
  if (judgement.status === 'failed') await recordDifferences(checkId, judgement);
  await channel.record({
    ...base,
    status: judgement.status,
    cause: judgement.status === 'failed' ? 'product' : judgement.cause,
    error: { type: 'ExpectationFailed', message: judgement.message, stack: '' },
  });
}

async function recordDifferences(
  checkId: string,
  { differences }: Extract<Judgement, { status: 'failed' }>,
): Promise<void> {
  for (const difference of differences.flatMap(moneyDifferencesOf))
    await channel.record({ kind: 'difference', checkId, difference });
  if (differences.length === 0) return;
  const bytes = new TextEncoder().encode(differencesCsv(differences));
  await channel.keep({ checkId, name: 'differences.csv', mediaType: 'text/csv', bytes });
}

/** Renamed into place when it is whole, so that a report which is there came to its end. */
async function writeReport(file: string, checks: readonly { id: string; status: string }[]): Promise<void> {
  await writeFile(`${file}.part`, `${JSON.stringify({ finished: true, checks })}\n`);
  await rename(`${file}.part`, file);
}
