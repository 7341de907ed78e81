import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChannelServer, openChannel } from '../channel/server.ts';
import { keepEvidence, type NewEvidence } from '../journal/evidence.ts';
import { reopenJournal } from '../journal/reopen.ts';
import { createRunFolder, journalPath } from '../journal/run-folder.ts';
import { rememberFolder } from '../journal/same-folder.ts';
import { liftSeal } from '../journal/unseal.ts';
import { createJournal, type JournalWriter } from '../journal/write.ts';
import { HarnessFault } from '../model/fault.ts';
import type { EvidenceRef, JournalRecord } from '../model/observing/record.ts';
import type { Halt } from './halt.ts';
import { openLossGuard } from './loss-guard.ts';
import { type ClockLease, takeClockLease } from './processes/clock-lease.ts';
import { takeLease } from './processes/lease.ts';
import { runningTools } from './processes/running-tools.ts';
import type { ToolStarter } from './processes/supervise.ts';
import type { RunRequest } from './request.ts';
import { type Masker, maskerOf } from './secrets/mask-secrets.ts';
import { newTempDir } from './temp-dir.ts';

/** What a run works with: its folder, its journal once the plan is written, the channel, and every process it started. */
export interface Workplace {
  readonly runId: string;
  readonly runDir: string;
  /** For sockets, bundles and what steps hand to one another; gone after the run. */
  readonly tempDir: string;
  readonly channelPath: string;
  readonly channel: ChannelServer;
  /** For what serves the whole run: the target, the way to it. */
  readonly start: ToolStarter;
  /** Takes secrets out of what is kept or shown; `keep` and `record` have done it already. */
  readonly masker: Masker;
  /** For the tools of one step, named "phase/step". */
  startFor(step: string): ToolStarter;
  keep(evidence: NewEvidence): Promise<EvidenceRef>;
  record(record: JournalRecord): Promise<void>;
  /** Hears of every record once it is kept; the answer ends that. */
  onRecord(listener: (record: JournalRecord) => void): () => void;
  /**
   * From here on records are kept. Before it nothing may be written to a target, so there is nothing to record. Answers whether
   * a torn last line had to be cut off first, where the journal of a cut run goes on.
   */
  beginJournal(): Promise<boolean>;
  /** Keeps other runs of this machine away from a clock that all worlds of a server share, until this one is closed. */
  holdClock(url: string): Promise<void>;
  /** Ends the tools of the steps for good. The target and the way to it stay, if anything can have been written. */
  stopTools(): Promise<void>;
  /** Ends whatever is left and takes what it said: from here on nobody but the run itself records. */
  endTools(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkplace(request: RunRequest, halt: Halt): Promise<Workplace> {
  const runDir = await createRunFolder(request.reportsDir, request.runId);
  if (request.cut !== null) await liftSeal(runDir);
  const tempDir = await newTempDir();
  const channelPath = join(tempDir, 'channel');
  const listeners = new Set<(record: JournalRecord) => void>([request.watch.onRecord]);
  const stillThere = rememberFolder(runDir);
  const { kept } = openLossGuard(runDir, halt);
  let journal: JournalWriter | null = null;
  let clock: ClockLease | null = null;

  async function recordAll(given: readonly JournalRecord[]): Promise<void> {
    const records = given.map((one) => masker.value(one));
    const [first] = records;
    if (first === undefined) return;
    if (journal === null) throw tooEarly(first);
    const { append } = journal;
    await kept(() => append(...records));
    for (const record of records) for (const listener of listeners) listener(record);
  }
  const record = (one: JournalRecord) => recordAll([one]);
  const keep = (evidence: NewEvidence) =>
    kept(async () => {
      stillThere();
      journal?.assertKept();
      return keepEvidence(runDir, masker.evidence(evidence));
    });
  const masker = maskerOf(request.secrets);
  const channel = await openChannel(channelPath, { keep, record: (_step, records) => recordAll(records) });
  const lease = await takeLease({ runDir, stillThere, runId: request.runId, tempDir, channelPath });
  const { silenceMs } = request.supervision;
  const tools = runningTools({ lease, channel, channelPath, silenceMs });
  const stopTools = async () => {
    await (journal === null ? tools.end() : tools.stopSteps());
  };
  halt.onStop(() => void stopTools());
  const endTools = async () => {
    await tools.end();
    await channel.close();
  };

  return {
    runId: request.runId,
    runDir,
    tempDir,
    channelPath,
    channel,
    keep,
    record,
    masker,
    start: tools.startService,
    startFor: tools.startFor,
    onRecord: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    beginJournal: async () => {
      const path = journalPath(runDir);
      if (request.cut === null) {
        journal = await createJournal(path, Date.now);
        return false;
      }
      const { writer, torn } = await reopenJournal(path, Date.now);
      journal = writer;
      return torn;
    },
    holdClock: async (url) => {
      clock = await takeClockLease(url, request.runId);
    },
    stopTools,
    endTools,
    close: async () => {
      await endTools();
      await clock?.release();
      await rm(tempDir, { recursive: true, force: true });
      await lease.release();
      await kept(async () => journal?.close());
    },
  };
}

function tooEarly(record: JournalRecord): HarnessFault {
  return new HarnessFault({
    code: 'INTERNAL',
    message: `Found a record of kind "${record.kind}" before the plan was written; expected nothing to happen before that.`,
    hint: 'A suite does something while it is listed. Suites are pure at their top level.',
  });
}
