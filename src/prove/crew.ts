import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChannelServer, openChannel } from '../channel/server.ts';
import type { ToolRecord } from '../model/observing/record.ts';
import { newTempDir } from '../run/temp-dir.ts';
import type {
  ExploredSeed,
  ExploreRequest,
  Loaded,
  PlayedCheck,
  PlayRequest,
  WorkerSetup,
} from './messages.ts';
import { startWorker, WorkerLost, type WorkerProcess } from './worker-process.ts';

/** How a worker ended that was playing, and with which check. */
export interface LostWorker {
  /** Null when it was lost between two checks. */
  readonly during: string | null;
  readonly how: string;
}

export interface Played {
  /** As far as they came. */
  readonly checks: readonly PlayedCheck[];
  /** Null when all was played. */
  readonly lost: LostWorker | null;
}

/** Some worker processes that play what they are asked to; one that is lost is replaced. */
export interface Crew {
  readonly loaded: Loaded;
  /** Waits for a free worker, as does `explore`. */
  play(request: PlayRequest): Promise<Played>;
  /** Throws `WorkerLost` when the worker ends under it. */
  explore(request: ExploreRequest): Promise<readonly ExploredSeed[]>;
  close(): Promise<void>;
}

export interface CrewRequest {
  readonly workers: number;
  readonly setup: Omit<WorkerSetup, 'workDir'>;
}

/** A worker with what it has told of itself. */
interface Member {
  readonly name: string;
  readonly process: WorkerProcess;
  playing: string | null;
}

function heed(member: Member, record: ToolRecord): void {
  if (record.kind === 'check-started') member.playing = record.checkId;
  if (record.kind === 'check-finished') member.playing = null;
}

export async function openCrew({ workers, setup }: CrewRequest): Promise<Crew> {
  const tempDir = await newTempDir();
  const channelPath = join(tempDir, 'channel');
  const members = new Map<string, Member>();
  const channel = await openChannel(channelPath, {
    record: async (step, records) => {
      const member = members.get(step);
      if (member !== undefined) for (const record of records) heed(member, record);
    },
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '', bytes: bytes.byteLength, name, mediaType }),
  });
  const hire = hiring({ channel, channelPath, tempDir, setup, members });
  const close = async () => {
    await Promise.all([...members.values()].map(({ process }) => process.stop()));
    await channel.close();
    await rm(tempDir, { recursive: true, force: true });
  };
  try {
    const first = await hire();
    const others = await Promise.all(Array.from({ length: workers - 1 }, () => hire()));
    const idle = turns([first, ...others].map(({ member }) => member));
    const ask = asking(idle, hire);
    return {
      loaded: first.loaded,
      close,
      play: async (request) => {
        const { answer, lost } = await ask('play', request);
        return { checks: (answer ?? []) as readonly PlayedCheck[], lost };
      },
      explore: async (request) => {
        const { answer, lost } = await ask('explore', request);
        if (lost !== null) throw new WorkerLost(lost.how);
        return answer as readonly ExploredSeed[];
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Hired {
  readonly member: Member;
  readonly loaded: Loaded;
}

interface Hiring {
  readonly channel: ChannelServer;
  readonly channelPath: string;
  readonly tempDir: string;
  readonly setup: CrewRequest['setup'];
  readonly members: Map<string, Member>;
}

function hiring({ channel, channelPath, tempDir, setup, members }: Hiring): () => Promise<Hired> {
  let hired = 0;
  return async () => {
    hired += 1;
    const name = `worker-${hired}`;
    const workDir = join(tempDir, name);
    await mkdir(workDir);
    const process = await startWorker({ name, cwd: setup.projectDir, channel, channelPath });
    const member: Member = { name, process, playing: null };
    members.set(name, member);
    const loaded = (await process.ask('load', { ...setup, workDir } satisfies WorkerSetup)) as Loaded;
    return { member, loaded };
  };
}

interface Answered {
  readonly answer: unknown;
  readonly lost: LostWorker | null;
}

/** Whoever is free answers; one that is lost is replaced before the next is asked. */
function asking(
  idle: Turns,
  hire: () => Promise<Hired>,
): (name: string, value: unknown) => Promise<Answered> {
  return async (name, value) => {
    const member = await idle.take();
    try {
      const answer = await member.process.ask(name, value);
      idle.giveBack(member);
      return { answer, lost: null };
    } catch (error) {
      if (!(error instanceof WorkerLost)) {
        idle.giveBack(member);
        throw error;
      }
      const lost = { during: member.playing, how: error.message };
      await member.process.stop();
      idle.giveBack((await hire()).member);
      return { answer: null, lost };
    }
  };
}

interface Turns {
  take(): Promise<Member>;
  giveBack(member: Member): void;
}

function turns(members: readonly Member[]): Turns {
  const free = [...members];
  const waiting: ((member: Member) => void)[] = [];
  return {
    take: async () => free.shift() ?? new Promise<Member>((resolve) => waiting.push(resolve)),
    giveBack: (member) => {
      const next = waiting.shift();
      if (next === undefined) free.push(member);
      else next(member);
    },
  };
}
