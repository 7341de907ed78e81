import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type ChannelSink, type Peer, type SessionLink, serve } from './connection.ts';
import { ToldOnce } from './told-once.ts';

export interface ChannelServer {
  /** Resolves when the session process of the step has connected. */
  session(step: string): Promise<SessionLink>;
  /** Which processes of the step are connected, and what was heard of them. */
  signsOf(step: string): StepSigns;
  /**
   * Waits until every process of the step is gone and its last word is taken, because what it said while it was ended may still
   * be on its way. Who stays longer than that is cut off, and heard no more.
   */
  hearOut(step: string, withinMs: number): Promise<void>;
  /** Cuts off who is left. Resolves when all that was heard is taken, so that nothing is recorded afterwards. */
  close(): Promise<void>;
}

export interface StepSigns {
  /** Whether the step's session has something to do; none when it has not connected, or has gone. */
  readonly session: 'none' | 'idle' | 'asked';
  readonly processes: readonly ConnectedProcess[];
}

export interface ConnectedProcess {
  /** "worker 4711" */
  readonly name: string;
  /** How many messages came from it so far, beats among them. */
  readonly heard: number;
}

interface Heard {
  readonly socket: Socket;
  /** Resolves when the socket is closed and all that came over it is taken. */
  readonly lastWord: Promise<void>;
}

const lookEveryMs = 5;

/** Listens on a Unix socket. `path` must be short (Linux allows 107 bytes) and its folder private to this user. */
export async function openChannel(path: string, sink: ChannelSink): Promise<ChannelServer> {
  const sessions = new Map<string, PromiseWithResolvers<SessionLink>>();
  const sessionOf = (step: string) => {
    const known = sessions.get(step) ?? Promise.withResolvers<SessionLink>();
    sessions.set(step, known);
    return known;
  };
  const peers = new Set<Peer>();
  /** Those that live, and those whose last word is not yet taken. */
  const unheard = new Map<Peer, Heard>();
  const told = new Map<string, ToldOnce>();
  const toldOf = (step: string) => {
    const known = told.get(step) ?? new ToldOnce();
    told.set(step, known);
    return known;
  };
  // One that has not said its step yet may be of this one; and one that waits to be accepted is so within this turn.
  const ofStep = (step: string) => [...unheard].filter(([peer]) => peer.step === step || peer.step === '');
  const workersOf = (step: string) => ofStep(step).filter(([{ role }]) => role === 'worker');
  const heardOut = (step: string, withinMs: number) => emptyWithin(() => workersOf(step), withinMs);
  const server = createServer((socket) => {
    const peer: Peer = { step: '', name: '', role: 'worker', session: 'none', heard: 0 };
    peers.add(peer);
    socket.on('close', () => peers.delete(peer));
    const arrived = (step: string, link: SessionLink) => sessionOf(step).resolve(link);
    const lastWord = serve({ socket, peer, toldOf, heardOut, sink, arrived });
    unheard.set(peer, { socket, lastWord });
    void lastWord.then(() => unheard.delete(peer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    session: (step) => sessionOf(step).promise,
    signsOf: (step) => signsAmong([...peers].filter((peer) => peer.step === step)),
    hearOut: async (step, withinMs) => {
      if (await emptyWithin(() => ofStep(step), withinMs)) return;
      await cutOff([...unheard].filter(([peer]) => peer.step === step).map(([, heard]) => heard));
    },
    close: async () => {
      const closed = closeServer(server);
      await cutOff([...unheard.values()]);
      await closed;
    },
  };
}

function signsAmong(peers: readonly Peer[]): StepSigns {
  const session = peers.find((peer) => peer.session !== 'none')?.session ?? 'none';
  return { session, processes: peers.map(({ name, heard }) => ({ name, heard })) };
}

async function emptyWithin(left: () => readonly unknown[], withinMs: number): Promise<boolean> {
  const deadlineMs = performance.now() + withinMs;
  do await delay(lookEveryMs);
  while (left().length > 0 && performance.now() < deadlineMs);
  return left().length === 0;
}

async function cutOff(heard: readonly Heard[]): Promise<void> {
  for (const { socket } of heard) socket.destroy();
  await Promise.all(heard.map(({ lastWord }) => lastWord));
}

/** Also a second time. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
