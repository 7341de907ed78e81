import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { billCsv } from '../model/billing/bill-extract.ts';
import { HarnessFault } from '../model/fault.ts';
import { readBillLines } from './bill-lines.ts';
import { compare } from './compare.ts';
import type { BillDifference, Comparison } from './comparison.ts';
import type { ComparisonPlan, ExtractSource } from './comparison-plan.ts';
import type { DeclaredCheck } from './declared-checks.ts';
import { classWords, type DifferenceClass } from './difference-class.ts';
import { differenceText } from './difference-report.ts';
import type { Engine } from './engines/engine.ts';
import { plantDifference } from './planted-difference.ts';

/** How a check ended; `differences` are those that made it fail. */
export type Judgement =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly message: string; readonly differences: readonly BillDifference[] }
  /** environment: what is to be compared is not there or not whole; test-defect: the comparison itself is wrong. */
  | { readonly status: 'broken'; readonly cause: 'environment' | 'test-defect'; readonly message: string };

export interface JudgeParts {
  readonly engine: Engine;
  readonly plan: ComparisonPlan;
  readonly workDir: string;
  readonly seed: number;
}

/** How many differences a message spells out; all of them stand in the evidence. */
const spelledOutMax = 20;

/** Judges the chosen checks one by one; the extracts are compared once, when the first check needs it. */
export async function* judgeChecks<C extends DeclaredCheck>(
  parts: JudgeParts,
  checks: readonly C[],
): AsyncGenerator<{ readonly check: C; readonly judgement: Judgement }> {
  let real: Promise<Comparison> | null = null;
  for (const check of checks) {
    try {
      if (check.kind === 'control') {
        yield { check, judgement: await judgeControl(parts, check.class) };
        // A control loads other bills into the same engine: what was compared before is no longer there.
        real = null;
      } else {
        real ??= compare(parts.engine, parts.plan);
        yield { check, judgement: judgeReal(await real, check) };
      }
    } catch (error) {
      if (!(error instanceof HarnessFault)) throw error;
      const cause = error.code === 'INTERNAL' ? 'test-defect' : 'environment';
      yield { check, judgement: { status: 'broken', cause, message: `${error.message} ${error.hint}` } };
    }
  }
}

function judgeReal(comparison: Comparison, check: DeclaredCheck): Judgement {
  // `compare` has refused extracts that are not whole and differences that do not explain the totals.
  if (check.kind === 'whole') return { status: 'passed' };
  const differences = comparison.differences.filter((difference) => difference.class === check.class);
  if (differences.length === 0) return { status: 'passed' };
  const spelledOut = differences.slice(0, spelledOutMax).map(differenceText);
  const message = `Found ${differences.length} differences, expected none. ${classWords[check.class].meaning}\n${spelledOut.join('\n')}`;
  return { status: 'failed', message, differences };
}

async function judgeControl(parts: JudgeParts, wanted: DifferenceClass): Promise<Judgement> {
  const { engine, plan, workDir, seed } = parts;
  const lines = await readBillLines(engine, plan.legacy);
  const planted = plantDifference(lines, wanted, seed);
  if (planted === null)
    return {
      status: 'broken',
      cause: 'test-defect',
      message: 'Found no line of the old bills to plant a difference into, expected one.',
    };
  await mkdir(workDir, { recursive: true });
  const billsFile = join(workDir, `control-${wanted}.csv`);
  await writeFile(billsFile, billCsv(planted.lines));
  const target: ExtractSource = { name: 'the control', billsFile, totalsFile: null };
  const { differences } = await compare(engine, { legacy: plan.legacy, target });
  const [expected, found] = [planted.expected, differences.map(comparedPart)];
  if (canonical(found) === canonical([expected])) return { status: 'passed' };
  return {
    status: 'broken',
    cause: 'test-defect',
    message: `The comparison found ${canonical(found)}, expected exactly the planted ${canonical([expected])}.`,
  };
}

function comparedPart({
  legacyLines: _legacy,
  targetLines: _target,
  ...difference
}: BillDifference): unknown {
  return difference;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part));
}
