import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { billCsv } from '../model/billing/bill-extract.ts';
import { readBillLines } from './bill-lines.ts';
import type { ComparisonPlan } from './comparison-plan.ts';
import { differencesSql } from './comparison-sql.ts';
import { type DeclaredCheck, declaredChecks } from './declared-checks.ts';
import { differenceClasses } from './difference-class.ts';
import { differencesCsv, moneyDifferencesOf } from './difference-report.ts';
import { openDuckdb } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { type Judgement, judgeChecks } from './judge-checks.ts';
import { plantDifference } from './planted-difference.ts';

const legacy = {
  name: 'the old bills',
  billsFile: fileURLToPath(new URL('../../data/legacy/bills.csv', import.meta.url)),
  totalsFile: fileURLToPath(new URL('../../data/legacy/bills-totals.csv', import.meta.url)),
};

let dir: string;
let engine: Engine;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tollgate-judge-'));
  engine = await openDuckdb({ spillDir: join(dir, 'spill'), memoryMiB: 256 });
});
afterAll(async () => {
  engine.close();
  await rm(dir, { recursive: true });
});

async function judged(
  target: ComparisonPlan['target'],
  checks: readonly DeclaredCheck[] = declaredChecks,
  { seed = 5, by = engine }: { readonly seed?: number; readonly by?: Engine } = {},
): Promise<ReadonlyMap<DeclaredCheck, Judgement>> {
  const results = new Map<DeclaredCheck, Judgement>();
  const parts = { engine: by, plan: { legacy, target }, workDir: dir, seed };
  for await (const { check, judgement } of judgeChecks(parts, checks)) results.set(check, judgement);
  return results;
}

function failing(results: ReadonlyMap<DeclaredCheck, Judgement>): readonly string[] {
  return [...results]
    .filter(([, { status }]) => status !== 'passed')
    .map(([check]) => check.titlePath.join(' › '));
}

const real = declaredChecks.filter(({ kind }) => kind !== 'control');
const controls = declaredChecks.filter(({ kind }) => kind === 'control');

describe('the declared checks', () => {
  test('pass on the shipped bills against themselves, and have titles of their own', async () => {
    const results = await judged({ ...legacy, name: 'the new bills' });
    expect(failing(results)).toEqual([]);
    expect(results.size).toBe(2 * differenceClasses.length + 1);
    expect(new Set(declaredChecks.map(({ titlePath }) => titlePath.join())).size).toBe(declaredChecks.length);
  });

  test('controls hold wherever their difference is planted', async () => {
    for (const seed of [0, 98, 12345]) expect(failing(await judged(legacy, controls, { seed }))).toEqual([]);
  });

  test.each(differenceClasses)(
    'one planted difference fails exactly the check of its class: %s',
    async (name) => {
      const lines = await readBillLines(engine, legacy);
      const billsFile = join(dir, 'planted.csv');
      await writeFile(billsFile, billCsv(plantDifference(lines, name, 17)?.lines ?? []));
      const results = await judged({ name: 'the new bills', billsFile, totalsFile: null }, real);
      const wanted = declaredChecks.find((check) => check.kind === 'class' && check.class === name);
      expect(failing(results)).toEqual([wanted?.titlePath.join(' › ')]);
      const judgement = wanted === undefined ? undefined : results.get(wanted);
      const differences = judgement?.status === 'failed' ? judgement.differences : [];
      expect(differencesCsv(differences).split('\n')).toHaveLength(3);
      expect(differences.flatMap(moneyDifferencesOf).every(({ customer }) => customer.startsWith('L-'))).toBe(
        true,
      );
    },
  );

  test('without an extract of the target nothing of it passes, and the controls do', async () => {
    const results = await judged({
      name: 'the new bills',
      billsFile: join(dir, 'nowhere.csv'),
      totalsFile: null,
    });
    const broken = [...results].filter(([, { status }]) => status === 'broken').map(([check]) => check.kind);
    expect(broken).toHaveLength(real.length);
    expect(broken).not.toContain('control');
  });

  test('a comparison that finds nothing is wrong itself, and no failure of the target', async () => {
    const blind: Engine = {
      ...engine,
      rows: async (sql) => (sql === differencesSql ? [] : engine.rows(sql)),
    };
    const results = await judged(legacy, controls, { by: blind });
    expect(failing(results)).toHaveLength(controls.length);
    for (const judgement of results.values())
      expect(judgement).toMatchObject({ status: 'broken', cause: 'test-defect' });
  });

  test('an empty extract of the target fails every check of it', async () => {
    const billsFile = join(dir, 'empty.csv');
    await writeFile(billsFile, billCsv([]));
    const results = await judged({ name: 'the new bills', billsFile, totalsFile: null }, real);
    expect(failing(results)).toHaveLength(real.length);
  });
});
