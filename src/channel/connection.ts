import type { Socket } from 'node:net';
import { HarnessFault } from '../model/fault.ts';
import type { EvidenceRef, ToolRecord } from '../model/observing/record.ts';
import { type ClientMessage, lineReader, type ServerMessage } from './message.ts';
import { restBetweenNews } from './rest-between-news.ts';
import type { ChannelRole, ToldOnce } from './told-once.ts';

/** What the run does with what comes over the channel, in its order. Both resolve when it is safe on disk. */
export interface ChannelSink {
  record(step: string, records: readonly ToolRecord[]): Promise<void>;
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
  /**
   * Waits until every worker of the step is gone and all that it said is taken: each speaks on a wire of its own, so that what
   * the session answers can overtake it. False when that was not so within the time.
   */
  heardOut(withinMs: number): Promise<boolean>;
}

/** One connected process, as the server knows it. */
export interface Peer {
  /** Empty until it has said which step it belongs to. */
  step: string;
  /** "worker 4711" */
  name: string;
  role: ChannelRole;
  session: 'none' | 'idle' | 'asked';
  heard: number;
}

export interface Connection {
  readonly socket: Socket;
  readonly peer: Peer;
  readonly sink: ChannelSink;
  readonly toldOf: (step: string) => ToldOnce;
  readonly heardOut: (step: string, withinMs: number) => Promise<boolean>;
  /** Called when the process turns out to be the session of a step. */
  readonly arrived: (step: string, link: SessionLink) => void;
}

/**
 * Takes what the process at the other end says, until it is gone. Resolves when its socket is closed and its last word taken;
 * that can be after a session that heard of its end has said so.
 */
export function serve({ socket, peer, toldOf, heardOut, sink, arrived }: Connection): Promise<void> {
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
    heardOut: (withinMs) => heardOut(step, withinMs),
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
        await sink.record(step, newsIn([message.record]));
        return send({ kind: 'ack', to: message.n, evidence: null });
      case 'told':
        return sink.record(step, newsIn(message.records));
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

  function newsIn(records: readonly ToolRecord[]): readonly ToolRecord[] {
    return records.flatMap((record) => toldOf(step).newsIn(peer, record));
  }

  async function keep(message: Extract<ClientMessage, { kind: 'evidence' }>): Promise<EvidenceRef> {
    const { name, mediaType, checkId } = message;
    const evidence = await sink.keep({ name, mediaType, bytes: Buffer.from(message.base64, 'base64') });
    await sink.record(step, [{ kind: 'evidence', checkId, evidence }]);
    return evidence;
  }

  async function takeAll(lines: readonly string[]): Promise<void> {
    for (const message of joined(lines)) await take(message);
  }

  // One after the other, in the order in which they came: the journal tells what happened first.
  let queue = Promise.resolve();
  hearLines(socket, (lines) => {
    // Here and not when its turn comes: what waits for a slow disk was said all the same.
    peer.heard += lines.length;
    queue = queue
      .then(() => takeAll(lines))
      .catch((error) => {
        socket.destroy(error);
      });
  });
  socket.on('error', () => undefined);
  const closed = Promise.withResolvers<void>();
  socket.on('close', () => {
    for (const answer of asked.values()) answer.reject(goneBeforeAnswer(step));
    closed.resolve();
  });
  return closed.promise.then(() => queue);
}

/** News that came together is taken together: each turn of the event loop costs more than what is in it. */
function* joined(lines: readonly string[]): Generator<ClientMessage> {
  const news: ToolRecord[] = [];
  const told = (): ClientMessage => ({ kind: 'told', n: 0, records: news.splice(0) });
  for (const line of lines) {
    const message = parsed(line);
    if (message.kind === 'told') {
      news.push(...message.records);
      continue;
    }
    if (news.length > 0) yield told();
    if (message.kind === 'unreadable') throw message.error;
    yield message;
  }
  if (news.length > 0) yield told();
}

function parsed(line: string): ClientMessage | { readonly kind: 'unreadable'; readonly error: unknown } {
  try {
    return JSON.parse(line) as ClientMessage;
  } catch (error) {
    return { kind: 'unreadable', error };
  }
}

/** Who says more than anybody may say is heard no further; this process must not end by it. */
function hearLines(socket: Socket, onLines: (lines: readonly string[]) => void): void {
  const read = lineReader();
  const rest = restBetweenNews(socket);
  socket.setEncoding('utf8').on('data', (text: string) => {
    try {
      const lines = read(text);
      rest(text);
      if (lines.length > 0) onLines(lines);
    } catch (error) {
      socket.destroy(error as Error);
    }
  });
}

function goneBeforeAnswer(step: string): HarnessFault {
  return new HarnessFault({
    code: 'INTERNAL',
    message: `The process of step "${step}" ended before it answered.`,
    hint: 'Its last output stands in the report under the step.',
  });
}
