import { mayHaveHappened, writesIn } from '../../decide/writes.ts';
import { reopenJournal } from '../../journal/reopen.ts';
import { journalPath } from '../../journal/run-folder.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { JournalLine } from '../../model/observing/record.ts';
import { askedAgain, type Project } from '../../project/project.ts';
import { cleanTarget } from '../../run/reaching/clean-target.ts';
import { decideRun } from '../reporting/decided.ts';
import { writeReports } from '../reporting/write-reports.ts';
import { chosenTarget } from '../targeting/chosen-target.ts';
import { guardRequest } from '../targeting/guard-request.ts';
import type { KeptRun, KeptState } from './kept-run.ts';

export interface CleanUp {
  /** 0 when nothing is left, 2 when that is not proven, 65 and 77 as everywhere. */
  readonly exitCode: number;
  /** What is to be said of the run, one line each. */
  readonly lines: readonly string[];
}

export type OpenState = Extract<KeptState, { readonly kind: 'open' }>;

/** Finishes the clean-up of a run whose target is not ours, writes it into the run's journal, and decides the run anew. */
export async function finishCleanUp(project: Project, run: KeptRun, state: OpenState): Promise<CleanUp> {
  try {
    return await cleanUp(project, run, state);
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    const { exitCode, lines } = unproven(state, error.message);
    const isGrave = error.code === 'GUARD_REFUSED' || error.code === 'EVIDENCE_ALTERED';
    return { exitCode: isGrave ? error.exitCode : exitCode, lines };
  }
}

async function cleanUp(project: Project, run: KeptRun, state: OpenState): Promise<CleanUp> {
  const { plan, lines } = state;
  if (lines.some(({ record }) => record.kind === 'shard-begins'))
    return unproven(state, 'it is merged of shards; clean the folders of the shards, then merge them again');
  const chosen = chosenTarget(project, askedAgain(project, plan.target));
  const cleaned = await cleanTarget({
    runId: plan.runId,
    driver: plan.target.driver,
    url: plan.target.url,
    options: chosen.entry.options,
    guard: withUrl(guardRequest(project, chosen, ['read', 'write']), plan.target.url),
    open: async () => (await reopenJournal(journalPath(run.dir), Date.now)).writer,
  });
  if (cleaned.kind === 'silent') return unproven(state, cleaned.reason);
  await writeReports(await decideRun(run.dir), '');
  if (cleaned.refusal !== null) throw cleaned.refusal;
  if (cleaned.leftovers.length === 0) return { exitCode: 0, lines: [`${cleaned.detail}; nothing is left`] };
  return { exitCode: 2, lines: ['left in the target:', ...cleaned.leftovers.map((one) => `  ${one}`)] };
}

/** The project may name another address by now; what is cleaned is where the run wrote, and that is what is guarded. */
function withUrl(guard: ReturnType<typeof guardRequest>, url: string): ReturnType<typeof guardRequest> {
  return { ...guard, target: { ...guard.target, url } };
}

const shownMax = 20;

function unproven({ plan, lines }: OpenState, reason: string): CleanUp {
  const writes = possibleLeftovers(lines);
  const more = writes.length - shownMax;
  return {
    exitCode: 2,
    lines: [
      `not cleaned up at ${plan.target.url}: ${reason}`,
      ...(writes.length === 0 ? [] : ['what its journal says it wrote there:']),
      ...writes.slice(0, shownMax).map((write) => `  ${write}`),
      ...(more > 0 ? [`  and ${more} more, in its journal`] : []),
    ],
  };
}

/** Every write that was announced, unless the target refused it or reading showed that it was not done. */
export function possibleLeftovers(lines: readonly JournalLine[]): readonly string[] {
  return writesIn(lines.map(({ record }) => record))
    .filter(mayHaveHappened)
    .map(({ intent }) => `${intent.operation} (${intent.request})`);
}
