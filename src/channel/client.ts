import { connect, type Socket } from 'node:net';
import { HarnessFault } from '../model/fault.ts';
import { withinSize } from '../model/observing/evidence-size.ts';
import type { EvidenceRef, ToolRecord } from '../model/observing/record.ts';
import {
  beatEveryMs,
  type ClientMessage,
  channelVariable,
  lineReader,
  type ServerMessage,
  stepVariable,
} from './message.ts';
import { wireLines } from './wire-lines.ts';

export interface NewEvidence {
  readonly checkId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

type WithoutNumber<Message> = Message extends { readonly n: number } ? Omit<Message, 'n'> : never;
type CommandHandler = (name: string, value: unknown) => Promise<unknown>;

/** A tool process's end of the one wire to the run. */
export interface ChannelClient {
  /** Resolves when the record is on disk. */
  record(record: ToolRecord): Promise<void>;
  /**
   * News that nobody has to wait for, in order with everything else. That a check begins has left a worker when this
   * returns, so that it is known even if the check hangs or kills it; how one ended leaves with the next beginning, at the
   * end of its turn, or when the process exits. A session tells what comes at once in one message.
   */
  tell(record: ToolRecord): void;
  keep(evidence: NewEvidence): Promise<EvidenceRef>;
  /** Resolves when everything sent so far has been taken. */
  settled(): Promise<void>;
  onCommand(handler: CommandHandler): void;
  close(): void;
}

/** Connects to the run that started this process. Without one (a suite run by hand) records go nowhere. */
export async function connectChannel(role: 'session' | 'worker'): Promise<ChannelClient> {
  const path = process.env[channelVariable];
  if (path === undefined || path === '') return unheard();
  const socket = connect(path);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return client(socket, role);
}

function client(socket: Socket, role: 'session' | 'worker'): ChannelClient {
  let n = 0;
  let lost: Error | null = null;
  let handler: CommandHandler | null = null;
  const waiting = new Map<number, PromiseWithResolvers<EvidenceRef | null>>();
  let untold: ToolRecord[] = [];

  function tellNow(): void {
    if (untold.length === 0) return;
    const message: ClientMessage = { kind: 'told', n: 0, records: untold };
    untold = [];
    if (lost === null) socket.write(wireLines(message));
  }

  function send(
    message: WithoutNumber<Exclude<ClientMessage, { readonly n: 0 }>>,
  ): Promise<EvidenceRef | null> {
    if (lost !== null) return Promise.reject(lost);
    tellNow();
    n += 1;
    const answer = Promise.withResolvers<EvidenceRef | null>();
    if (message.kind !== 'answer') waiting.set(n, answer);
    else answer.resolve(null);
    socket.write(wireLines({ ...message, n }));
    return answer.promise;
  }

  async function take(line: string): Promise<void> {
    const message = JSON.parse(line) as ServerMessage;
    if (message.kind === 'ack') {
      waiting.get(message.to)?.resolve(message.evidence);
      waiting.delete(message.to);
      return;
    }
    if (handler === null) return;
    await send({ kind: 'answer', to: message.n, value: await answerOf(handler, message) });
  }

  // When the run is gone there is nobody left to judge for: everything still waiting fails, and so does the check.
  function lose(): void {
    lost = new HarnessFault({
      code: 'INTERNAL',
      message: 'The run that started this process is gone.',
      hint: 'Start the run again; what was recorded before stays in its journal.',
    });
    for (const answer of waiting.values()) answer.reject(lost);
    waiting.clear();
  }

  const read = lineReader();
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    for (const line of read(String(text))) void take(line);
  });
  socket.on('error', lose);
  socket.on('close', lose);
  if (role === 'worker') socket.unref();
  process.once('exit', tellNow);
  socket.once('close', () => process.off('exit', tellNow));

  const hello = { kind: 'hello', step: process.env[stepVariable] ?? '', role, pid: process.pid } as const;
  void send(hello).catch(() => undefined);
  beat(socket);
  return {
    record: async (record) => {
      await send({ kind: 'record', record });
    },
    keep: async (evidence) => {
      const { checkId, mediaType } = evidence;
      // All else of this process would be lost with a line that is too long for the wire.
      const { name, bytes } = withinSize(evidence);
      const base64 = Buffer.from(bytes).toString('base64');
      const ref = await send({ kind: 'evidence', checkId, name, mediaType, base64 });
      if (ref === null) throw new RangeError(`the run did not keep the evidence "${name}"`);
      return ref;
    },
    tell: (record) => {
      untold.push(record);
      if (role === 'worker' && record.kind !== 'check-finished') tellNow();
      else if (untold.length === 1) setImmediate(tellNow);
    },
    settled: async () => {
      void send({ kind: 'sync' }).catch(() => undefined);
      await Promise.allSettled([...waiting.values()].map((answer) => answer.promise));
    },
    onCommand: (given) => {
      handler = given;
    },
    close: () => socket.end(),
  };
}

const sign = `${JSON.stringify({ kind: 'beat', n: 0 } satisfies ClientMessage)}\n`;

/** Says every second that this process lives; it neither keeps the process alive nor waits for an answer. */
function beat(socket: Socket): void {
  const timer = setInterval(() => {
    if (socket.writable && socket.writableLength === 0) socket.write(sign);
  }, beatEveryMs).unref();
  socket.once('close', () => clearInterval(timer));
}

/** A command that throws is answered, too: the run must not wait for ever for a session that failed. */
async function answerOf(
  handler: CommandHandler,
  message: { readonly name: string; readonly value: unknown },
): Promise<unknown> {
  try {
    return { ok: await handler(message.name, message.value) };
  } catch (error) {
    const fault = error instanceof HarnessFault ? error : null;
    return {
      error: messageOf(error),
      code: fault?.code ?? null,
      hint: fault?.hint ?? '',
      stack: error instanceof Error ? (error.stack ?? '') : '',
    };
  }
}

/** Tools hide what was thrown behind an error of their own. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  const isTold =
    error instanceof HarnessFault || !(cause instanceof Error) || message.includes(cause.message);
  return isTold ? message : `${message}: ${messageOf(cause)}`;
}

/** A channel that nobody listens to: for a process that keeps what its checks say to itself. */
export function unheard(): ChannelClient {
  return {
    record: async () => undefined,
    tell: () => undefined,
    keep: async ({ name, mediaType, bytes }) => ({ sha256: '', bytes: bytes.byteLength, name, mediaType }),
    settled: async () => undefined,
    onCommand: () => undefined,
    close: () => undefined,
  };
}
