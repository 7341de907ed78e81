import { createServer, type Server, type Socket } from 'node:net';
import { HarnessFault } from '../model/fault.ts';
import type { EvidenceRef, ToolRecord } from '../model/observing/record.ts';
import { type ClientMessage, lineReader, type ServerMessage } from './message.ts';
import { type ChannelRole, ToldOnce } from './told-once.ts';

/** What the run does with what comes over the channel. Both resolve when it is safe on disk. */
export interface ChannelSink {
  record(step: string, record: ToolRecord): Promise<void>;
  keep(evidence: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }): Promise<EvidenceRef>;
}

export interface SessionLink {
  /** Asks the step's session process and waits for its answer; rejects when the process ends first. */
  command(name: string, value: unknown): Promise<unknown>;
  /** Checks of the step that have begun so far. */
  readonly begun: ReadonlySet<string>;
}

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

/** One connected process, as the server knows it. */
interface Peer {
  step: string;
  name: string;
  role: ChannelRole;
  session: 'none' | 'idle' | 'asked';
  heard: number;
}

interface Connection {
  readonly socket: Socket;
  readonly peer: Peer;
  readonly toldOf: (step: string) => ToldOnce;
}

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
  const told = new Map<string, ToldOnce>();
  const toldOf = (step: string) => {
    const known = told.get(step) ?? new ToldOnce();
    told.set(step, known);
    return known;
  };
  const server = createServer((socket) => {
    const peer: Peer = { step: '', name: '', role: 'worker', session: 'none', heard: 0 };
    sockets.add(socket);
    peers.add(peer);
    socket.on('close', () => {
      sockets.delete(socket);
      peers.delete(peer);
    });
    serve({ socket, peer, toldOf }, sink, (step, link) => sessionOf(step).resolve(link));
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

function serve(
  { socket, peer, toldOf }: Connection,
  sink: ChannelSink,
  arrived: (step: string, link: SessionLink) => void,
): void {
  let step = '';
  let n = 0;
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  const send = (message: ServerMessage) => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  const link: SessionLink = {
    command: (name, value) => {
      n += 1;
      const answer = Promise.withResolvers<unknown>();
      asked.set(n, answer);
      peer.session = 'asked';
      send({ kind: 'command', n, name, value });
      return answer.promise;
    },
    get begun() {
      return toldOf(step).begun;
    },
  };

  function greet(message: Extract<ClientMessage, { kind: 'hello' }>): void {
    step = message.step;
    const { role, pid } = message;
    Object.assign(peer, { step, role, name: `${role} ${pid}` } satisfies Partial<Peer>);
    if (role !== 'session') return;
    peer.session = 'idle';
    arrived(step, link);
  }

  async function take(message: ClientMessage): Promise<void> {
    switch (message.kind) {
      case 'hello':
        greet(message);
        return send({ kind: 'ack', to: message.n, evidence: null });
      case 'record':
        await hear([message.record]);
        return send({ kind: 'ack', to: message.n, evidence: null });
      case 'told':
        return hear(message.records);
      case 'sync':
        return send({ kind: 'ack', to: message.n, evidence: null });
      case 'evidence':
        return send({ kind: 'ack', to: message.n, evidence: await keep(message) });
      case 'answer':
        asked.get(message.to)?.resolve(message.value);
        asked.delete(message.to);
        if (asked.size === 0) peer.session = 'idle';
        return;
      case 'beat':
        return;
    }
  }

  async function hear(records: readonly ToolRecord[]): Promise<void> {
    const news = records.flatMap((record) => toldOf(step).newsIn(peer.role, record));
    // All are taken in their order before the first is waited for.
    await Promise.all(news.map((record) => sink.record(step, record)));
  }

  async function keep(message: Extract<ClientMessage, { kind: 'evidence' }>): Promise<EvidenceRef> {
    const { name, mediaType, checkId } = message;
    const evidence = await sink.keep({ name, mediaType, bytes: Buffer.from(message.base64, 'base64') });
    await sink.record(step, { kind: 'evidence', checkId, evidence });
    return evidence;
  }

  // One after the other, in the order in which they came: the journal tells what happened first.
  let queue = Promise.resolve();
  const read = lineReader((line) => {
    // Here and not when its turn comes: what waits for a slow disk was said all the same.
    peer.heard += 1;
    queue = queue
      .then(() => take(JSON.parse(line) as ClientMessage))
      .catch((error) => {
        socket.destroy(error);
      });
  });
  socket.setEncoding('utf8');
  const rest = restBetweenNews(socket);
  socket.on('data', (text) => {
    read(String(text));
    rest(String(text));
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    const gone = new HarnessFault({
      code: 'INTERNAL',
      message: `The process of step "${step}" ended before it answered.`,
      hint: 'Its last output stands in the report under the step.',
    });
    for (const answer of asked.values()) answer.reject(gone);
  });
}

/** Chunks of news that come closer together than this are left to gather. */
const closeMs = 2;
/** For this long. Short enough that an intent that follows them, which waits for its answer, is not held up to speak of. */
const gatherMs = 10;

/**
 * Each chunk that is read at once wakes this process, and on a full machine stops the one that sent it. Of checks that end
 * within a fraction of a millisecond that would cost more than all else that is done with their news.
 */
function restBetweenNews(socket: Socket): (text: string) => void {
  let lastMs = 0;
  return (text) => {
    const nowMs = performance.now();
    const isClose = nowMs - lastMs < closeMs;
    lastMs = nowMs;
    if (!isClose || !text.startsWith(newsBegin) || !text.endsWith('\n')) return;
    socket.pause();
    setTimeout(() => {
      lastMs = performance.now();
      socket.resume();
    }, gatherMs);
  };
}

const newsBegin = '{"kind":"told"';
