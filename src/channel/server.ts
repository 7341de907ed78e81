import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type ChannelSink, type Peer, type SessionLink, serve } from './connection.ts';
import { ToldOnce } from './told-once.ts';

export interface ChannelServer {
  /** Resolves when the session process of the step has connected. */
  session(step: string): Promise<SessionLink>;
  /** Which processes of the step are connected, and what was heard of them. */
  signsOf(step: string): StepSigns;
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

const lookEveryMs = 5;

/** Listens on a Unix socket. `path` must be short (Linux allows 107 bytes) and its folder private to this user. */
export async function openChannel(path: string, sink: ChannelSink): Promise<ChannelServer> {
  const sessions = new Map<string, PromiseWithResolvers<SessionLink>>();
  const sockets = new Set<Socket>();
  const sessionOf = (step: string) => {
    const known = sessions.get(step) ?? Promise.withResolvers<SessionLink>();
    sessions.set(step, known);
    return known;
  };
  const peers = new Set<Peer>();
  /** Those that live, and those whose last word is not yet taken. */
  const unheard = new Set<Peer>();
  const told = new Map<string, ToldOnce>();
  const toldOf = (step: string) => {
    const known = told.get(step) ?? new ToldOnce();
    told.set(step, known);
    return known;
  };
  const heardOut = async (step: string, withinMs: number) => {
    // One that has not said its step yet may be of this one; and one that waits to be accepted is so within this turn.
    const isOpen = (peer: Peer) => peer.role === 'worker' && (peer.step === step || peer.step === '');
    const deadlineMs = performance.now() + withinMs;
    do await delay(lookEveryMs);
    while ([...unheard].some(isOpen) && performance.now() < deadlineMs);
    return ![...unheard].some(isOpen);
  };
  const server = createServer((socket) => {
    const peer: Peer = { step: '', name: '', role: 'worker', session: 'none', heard: 0 };
    sockets.add(socket);
    peers.add(peer);
    unheard.add(peer);
    socket.on('close', () => {
      sockets.delete(socket);
      peers.delete(peer);
    });
    const arrived = (step: string, link: SessionLink) => sessionOf(step).resolve(link);
    void serve({ socket, peer, toldOf, heardOut, sink, arrived }).then(() => unheard.delete(peer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    session: (step) => sessionOf(step).promise,
    signsOf: (step) => signsAmong([...peers].filter((peer) => peer.step === step)),
    close: () => closeServer(server, sockets),
  };
}

function signsAmong(peers: readonly Peer[]): StepSigns {
  const session = peers.find((peer) => peer.session !== 'none')?.session ?? 'none';
  return { session, processes: peers.map(({ name, heard }) => ({ name, heard })) };
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
