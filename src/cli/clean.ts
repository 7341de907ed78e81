import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { findRun } from '../journal/run-folder.ts';
import { HarnessFault } from '../model/fault.ts';
import { type Project, readProject } from '../project/project.ts';
import { reapLease } from '../run/processes/reap-lease.ts';
import { type CleanUp, finishCleanUp, type OpenState } from './cleaning/finish-clean-up.ts';
import { isRunFolder, type KeptRun, type KeptState, keptRun, keptRuns } from './cleaning/kept-run.ts';
import { halfDone, latestRun, outlived, removeRun } from './cleaning/retention.ts';
import { strayFolders } from './cleaning/stray-folders.ts';
import type { CliCommand, Shell } from './command.ts';

type CopyState = Extract<KeptState, { readonly kind: 'copy' }>;

interface CleanOptions {
  readonly olderThanDays?: string;
  readonly keep?: string;
  readonly dryRun?: boolean;
}

/** Finishes clean-ups that were cut, and keeps to the number and age of runs that the project wants to keep. */
export const cleanCommand: CliCommand = {
  name: 'clean',
  declare: (program, shell, done) => {
    program
      .command('clean')
      .argument(
        '[run...]',
        'only finish the clean-up of these runs; default: all, and remove what is outlived',
      )
      .description('finish clean-ups that were cut; remove runs beyond what is kept')
      .option('--older-than-days <number>', 'remove older runs; default: retention.days of tollgate.yaml')
      .option('--keep <number>', 'how many of the newest stay; default: retention.runs of tollgate.yaml')
      .option('--dry-run', 'only say what would be done')
      .action(async (names: readonly string[], options: CleanOptions) =>
        done(await clean(shell, names, options)),
      );
  },
};

interface Work {
  readonly project: Project;
  readonly shell: Shell;
  readonly isDry: boolean;
}

async function clean(shell: Shell, names: readonly string[], options: CleanOptions): Promise<number> {
  const project = await readProject(shell.cwd);
  const work = { project, shell, isDry: options.dryRun === true };
  const keep = {
    runs: wholeNumber('--keep', options.keep) ?? project.file.retention.runs,
    days: wholeNumber('--older-than-days', options.olderThanDays) ?? project.file.retention.days,
  };
  if (names.length > 0) return finishAll(work, await namedRuns(project, names), true);
  const exitCode = await finishAll(work, await keptRuns(project.reportsDir), false);
  await removeOutlived(work, keep);
  await removeStrays(work);
  return exitCode;
}

/** README, "Exit codes": the worst wins. */
const worstFirst = [65, 77, 78, 70, 64, 1, 2, 0];

async function finishAll(work: Work, runs: readonly KeptRun[], areNamed: boolean): Promise<number> {
  const codes: number[] = [0];
  for (const run of runs) codes.push(await finishOne(work, run, areNamed));
  return worstFirst.find((code) => codes.includes(code)) ?? 2;
}

async function finishOne(work: Work, run: KeptRun, isNamed: boolean): Promise<number> {
  const { state, lease } = run;
  const isOwn = state.kind !== 'going-on' && state.kind !== 'copy';
  if (isOwn && lease !== null && !work.isDry) await reapLease(lease);
  const { exitCode, lines } =
    state.kind === 'open' ? await finishOpen(work, run, state) : saidOf(state, isNamed);
  for (const line of lines) work.shell.out(`${run.id}: ${line}`);
  return exitCode;
}

async function finishOpen({ project, isDry }: Work, run: KeptRun, state: OpenState): Promise<CleanUp> {
  if (!isDry) return finishCleanUp(project, run, state);
  return { exitCode: 2, lines: [`would be cleaned up at ${state.plan.target.url}`] };
}

/** A run that nobody asked for by name is spoken of only when something is the matter with it. */
function saidOf(state: Exclude<KeptState, OpenState>, isNamed: boolean): CleanUp {
  switch (state.kind) {
    case 'going-on':
      return { exitCode: isNamed ? 2 : 0, lines: ['still goes on; left alone'] };
    case 'unreadable':
      return { exitCode: state.fault.exitCode, lines: [`${state.fault.message} Left alone.`] };
    case 'copy':
      return saidOfCopy(state, isNamed);
    case 'unbegun':
    case 'cleaned':
    case 'inside':
      return { exitCode: 0, lines: isNamed ? [nothingToDo[state.kind]] : [] };
  }
}

function saidOfCopy({ of, left }: CopyState, isNamed: boolean): CleanUp {
  const line = `a copy of run ${of}; left alone. Clean up ${of} itself, or give its folder back that name.`;
  if (left === 'unknown') return { exitCode: 2, lines: [line] };
  return { exitCode: 0, lines: isNamed ? [line] : [] };
}

const nothingToDo = {
  unbegun: 'ended before anything was written to a target',
  cleaned: 'was cleaned up; nothing is left',
  inside: 'its target was started for it, and what it holds lies in the run folder: nothing outside',
};

async function removeOutlived(
  { project, shell, isDry }: Work,
  keep: { readonly runs: number; readonly days: number },
): Promise<void> {
  const { reportsDir } = project;
  const latest = await latestRun(reportsDir);
  const gone = outlived(await keptRuns(reportsDir), { keep, latest, nowMs: Date.now() });
  for (const run of gone) {
    if (!isDry) await removeRun(reportsDir, run);
    shell.out(`${run.id}: ${isDry ? 'would be removed' : 'removed'}`);
  }
  if (gone.length === 0) shell.out(`No run to remove: at most ${keep.runs} are kept, for ${keep.days} days.`);
}

async function removeStrays({ project, shell, isDry }: Work): Promise<void> {
  const half = await halfDone(project.reportsDir, Date.now());
  for (const path of [...half, ...(await strayFolders())]) {
    if (!isDry) await rm(path, { recursive: true, force: true });
    shell.out(`${path}: ${isDry ? 'would be removed' : 'removed'}, left by a run that was killed`);
  }
}

async function namedRuns(project: Project, names: readonly string[]): Promise<readonly KeptRun[]> {
  const runs: KeptRun[] = [];
  for (const name of names) {
    // A folder elsewhere is a copy: what it says of a target may be done and over.
    if (name.includes('/')) throw noRun(project, name);
    const id = basename(await findRun(project.reportsDir, name));
    if (!(await isRunFolder(project.reportsDir, id))) throw noRun(project, name);
    runs.push(await keptRun(project.reportsDir, id));
  }
  return runs;
}

function noRun({ reportsDir }: Project, name: string): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `Found no run "${name}" in ${reportsDir}; expected a run id of that folder, or "latest".`,
    hint: 'Leave it out to clean up after every run.',
  });
}

function wholeNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found ${option} ${text}, expected a whole number from 1 to 999999.`,
    hint: 'Leave it out to use retention of tollgate.yaml.',
  });
}
