import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRun, readRun } from '../journal/run-folder.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { VerdictDocument } from '../model/deciding/verdict.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { Places } from '../run/phases/phase.ts';
import { startTool } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import { newTempDir } from '../run/temp-dir.ts';
import { type OwnSandbox, startSandbox } from './own-sandbox.ts';
import type { Catch, Ending } from './result.ts';

/** What is run: some checks, a phase that needs tools of its own, or all that there is. */
export type HttpScope =
  | { readonly kind: 'checks'; readonly ids: readonly string[] }
  | { readonly kind: 'phase'; readonly phase: PhaseName }
  | { readonly kind: 'everything' };

export interface HttpProof {
  readonly places: Places;
  readonly defectsDir: string | null;
  readonly seed: number;
  readonly defect: string | null;
  readonly scope: HttpScope;
}

/** Far more than any takes: what is stopped is not conclusive, and a busy machine must not make it so. */
const runMs = 300_000;
const wholeRunMs = 1_500_000;
/** Long enough for each operation of the load to come often, short because each such defect takes it. */
const loadSeconds = 6;
/** What the policy of a whole run asks for. */
const wholeLoadSeconds = 12;

/**
 * An ordinary `tollgate run` against a sandbox in a process of its own, reached by its address as anybody's target is.
 * `missed` says that everything ran and nothing was found.
 */
export async function proveOverHttp(proof: HttpProof): Promise<Ending> {
  return settled(proof.scope, () => proveOnce(proof));
}

/** What one run came to; `silent` says that the sandbox stopped answering, for whatever reason. */
type Once = Ending | { readonly kind: 'silent' };

/** What is not conclusive may be the machine's doing, and so may a silence that does not come again. What was found once stands. */
export async function settled(scope: HttpScope, once: () => Promise<Once>): Promise<Ending> {
  const first = await once();
  if (first.kind === 'caught' || first.kind === 'missed') return first;
  const second = await once();
  if (second.kind !== 'silent') return second;
  return first.kind === 'silent' ? silenceOf(scope) : first;
}

async function proveOnce(proof: HttpProof): Promise<Once> {
  const dir = await newTempDir();
  try {
    const sandbox = await startSandbox({ ...proof, dataDir: join(dir, 'data') });
    try {
      return await runAgainst(proof, sandbox, join(dir, 'project'));
    } finally {
      await sandbox.stop();
    }
  } catch (error) {
    return { kind: 'unproven', why: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function runAgainst(proof: HttpProof, sandbox: OwnSandbox, dir: string): Promise<Once> {
  const { places, scope, seed } = proof;
  await mkdir(dir);
  const seconds = scope.kind === 'everything' ? wholeLoadSeconds : loadSeconds;
  await writeFile(join(dir, 'tollgate.yaml'), projectText(sandbox.url, seed, seconds));
  const tool = startTool({
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      join(places.codeDir, 'src', `main${places.codeEnding}`),
      'run',
      ...optionsOf(scope),
    ],
    cwd: dir,
    env: toolEnvironment(process.env, {}),
    deadlineMs: scope.kind === 'everything' ? wholeRunMs : runMs,
  });
  const exit = await tool.exit;
  if (exit.exitCode === 0) return { kind: 'missed' };
  if (exit.timedOut) return { kind: 'unproven', why: 'The run over HTTP did not end in time.' };
  const found = exit.exitCode === 1 ? await firstFinding(dir) : null;
  if (found !== null) return { kind: 'caught', by: found };
  if (!(await sandbox.answers())) return { kind: 'silent' };
  return {
    kind: 'unproven',
    why: `The run over HTTP was not conclusive: ${await firstReason(dir, exit.output)}`,
  };
}

function optionsOf(scope: HttpScope): readonly string[] {
  switch (scope.kind) {
    case 'checks':
      return ['--check', ...scope.ids];
    case 'phase':
      return ['--phase', scope.phase];
    case 'everything':
      return [];
  }
}

function projectText(url: string, seed: number, seconds: number): string {
  return [
    'release: { name: Proof of the suites, candidate: proof, environment: rehearsal }',
    'target: proven',
    'targets:',
    `  proven: { driver: sandbox, url: "${url}", environment: test }`,
    `seed: ${seed}`,
    `load: { seconds: ${seconds} }`,
    '',
  ].join('\n');
}

/** The first check that the product failed, read from the journal; or else the first that the verdict says it failed. */
async function firstFinding(dir: string): Promise<Catch | null> {
  const runDir = await findRun(join(dir, 'reports'), 'latest');
  const { plan, journal } = await readRun(runDir);
  const ended = journal.lines.flatMap(({ record }) =>
    record.kind === 'check-finished' && record.status === 'failed' && record.cause === 'product'
      ? [{ check: record.checkId, detail: record.error?.message ?? '' }]
      : [],
  );
  const judged = (await reasonsOf(runDir)).flatMap(({ checks, text }) =>
    checks.slice(0, 1).map((check) => ({ check, detail: text })),
  );
  const [first] = [...ended, ...judged];
  if (first === undefined) return null;
  return {
    ...placeOf(plan, first.check),
    way: 'http',
    furtherSeed: null,
    detail: first.detail.slice(0, 300),
  };
}

async function reasonsOf(runDir: string): Promise<VerdictDocument['reasons']> {
  const text = await readFile(join(runDir, 'verdict.json'), 'utf8');
  return (JSON.parse(text) as Pick<VerdictDocument, 'reasons'>).reasons;
}

/** What its verdict gives as the first reason, or the last words of a run that came to none. */
async function firstReason(dir: string, output: string): Promise<string> {
  try {
    const reasons = await reasonsOf(join(dir, 'reports', 'latest'));
    return reasons
      .map((reason) => reason.text)
      .join(' ')
      .slice(0, 300);
  } catch {
    return output.trim().slice(-300);
  }
}

function placeOf(plan: RunPlan, id: string): Pick<Catch, 'phase' | 'check' | 'title'> {
  const check = plan.checks.find((one) => one.id === id);
  if (check === undefined) throw new RangeError(`a check ${id} that was not planned`);
  return { phase: check.phase, check: id, title: check.titlePath.join(' › ') };
}

function silenceOf(scope: HttpScope): Ending {
  const [check = 'unit'] = scope.kind === 'checks' ? scope.ids : [];
  const phase = scope.kind === 'phase' ? scope.phase : (check.split('-')[0] as PhaseName);
  return {
    kind: 'caught',
    by: {
      phase,
      check,
      title: 'The target does not answer',
      way: 'http',
      furtherSeed: null,
      detail: 'The target does not answer.',
    },
  };
}
