import { writeMergedRun } from '../journal/merged-run.ts';
import { findRun, linkLatest } from '../journal/run-folder.ts';
import { readProject } from '../project/project.ts';
import { mergedPlan, type PlannedShard } from '../run/planning/merged-plan.ts';
import type { CliCommand, Shell } from './command.ts';
import { type Decided, decideRun } from './reporting/decided.ts';
import { refuseGoingOn } from './reporting/going-on.ts';
import { showVerdict } from './reporting/show-verdict.ts';
import { writeReports } from './reporting/write-reports.ts';
import { newRunId } from './running/run-id.ts';

/** The shards of one run, from whatever machines, as one run with one verdict. */
export const mergeCommand: CliCommand = {
  name: 'merge',
  declare: (program, shell, done) => {
    program
      .command('merge')
      .argument('<run...>', 'every shard of one run: a run id, or the path of a run folder')
      .description('put the shards of one run together, and judge them as one')
      .action(async (names: readonly string[]) => done(await merge(shell, names)));
  },
};

async function merge(shell: Shell, names: readonly string[]): Promise<number> {
  const project = await readProject(shell.cwd);
  const given: Decided[] = [];
  for (const name of names) {
    const runDir = await findRun(project.reportsDir, name);
    await refuseGoingOn(runDir);
    given.push(await decideRun(runDir));
  }
  const runId = newRunId();
  const plan = mergedPlan(given.map(plannedShard), { runId, command: shownCommand(given) });
  const stored = given.map((one) => one.stored);
  const shards = (plan.mergedFrom ?? []).flatMap((shard) =>
    stored.filter((one) => one.plan.runId === shard.runId),
  );
  const runDir = await writeMergedRun({ reportsDir: project.reportsDir, plan, shards, atMs: Date.now() });
  await linkLatest(project.reportsDir, runId);
  shell.err(`run ${runId} on ${plan.target.name}: merged from ${shards.length} shards`);
  const decided = await decideRun(runDir);
  await writeReports(decided, '');
  showVerdict(shell, decided, project.dir);
  return decided.run.verdict.exitCode;
}

function plannedShard({ stored: { plan, planDigest, journal } }: Decided): PlannedShard {
  return { plan, planDigest, journalHead: journal.head };
}

/** By run ids, in the order of the shards: where their folders stood says nothing later. */
function shownCommand(given: readonly Decided[]): string {
  const plans = given.map(({ stored }) => stored.plan);
  const ids = plans
    .sort((left, right) => (left.scope.shard?.index ?? 0) - (right.scope.shard?.index ?? 0))
    .map(({ runId }) => runId);
  return ['npx tollgate merge', ...ids].join(' ');
}
