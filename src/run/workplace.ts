import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChannelServer, openChannel } from '../channel/server.ts';
import { keepEvidence, type NewEvidence } from '../journal/evidence.ts';
import { createRunFolder, journalPath } from '../journal/run-folder.ts';
import { createJournal, type JournalWriter } from '../journal/write.ts';
import { HarnessFault } from '../model/fault.ts';
import type { EvidenceRef, JournalRecord } from '../model/observing/record.ts';
import type { RunRequest } from './request.ts';
import { startTool, type ToolProcess, type ToolStarter } from './supervise.ts';

/** What a run works with: its folder, its journal once the plan is written, the channel, and every process it started. */
export interface Workplace {
  readonly runDir: string;
  /** For sockets, bundles and what steps hand to one another; gone after the run. */
  readonly tempDir: string;
  readonly channelPath: string;
  readonly channel: ChannelServer;
  readonly start: ToolStarter;
  keep(evidence: NewEvidence): Promise<EvidenceRef>;
  record(record: JournalRecord): Promise<void>;
  /** From here on records are kept. Before it nothing may be written to a target, so there is nothing to record. */
  beginJournal(): Promise<void>;
  stopAll(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkplace(request: RunRequest): Promise<Workplace> {
  const runDir = await createRunFolder(request.reportsDir, request.runId);
  const tempDir = await mkdtemp(join(shortTempDir(), 'tollgate-'));
  const channelPath = join(tempDir, 'channel');
  const running = new Set<ToolProcess>();
  let journal: JournalWriter | null = null;

  async function record(one: JournalRecord): Promise<void> {
    if (journal === null) throw tooEarly(one);
    await journal.append(one);
    request.watch.onRecord(one);
  }
  const keep = (evidence: NewEvidence) => keepEvidence(runDir, evidence);
  const channel = await openChannel(channelPath, { keep, record: (_step, one) => record(one) });

  return {
    runDir,
    tempDir,
    channelPath,
    channel,
    keep,
    record,
    start: (command) => {
      const tool = startTool(command);
      running.add(tool);
      void tool.exit.then(() => running.delete(tool));
      return tool;
    },
    beginJournal: async () => {
      journal = await createJournal(journalPath(runDir), Date.now);
    },
    stopAll: async () => {
      await Promise.all([...running].map((tool) => tool.stop()));
    },
    close: async () => {
      await Promise.all([...running].map((tool) => tool.stop()));
      await channel.close();
      await journal?.close();
      await rm(tempDir, { recursive: true, force: true });
    },
  };
}

/** Linux takes 107 bytes for the name of a socket; a temporary folder deep down would leave no room for it. */
function shortTempDir(): string {
  return Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
}

export async function emptyFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  return path;
}

function tooEarly(record: JournalRecord): HarnessFault {
  return new HarnessFault({
    code: 'INTERNAL',
    message: `Found a record of kind "${record.kind}" before the plan was written; expected nothing to happen before that.`,
    hint: 'A suite does something while it is listed. Suites are pure at their top level.',
  });
}
