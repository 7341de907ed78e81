import { createServer, type Server, type Socket } from 'node:net';
import { HarnessFault } from '../model/fault.ts';
import type { EvidenceRef, ToolRecord } from '../model/observing/record.ts';
import { type ClientMessage, lineReader, type ServerMessage } from './message.ts';

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
}

export interface ChannelServer {
  /** Resolves when the session process of the step has connected. */
  session(step: string): Promise<SessionLink>;
  close(): Promise<void>;
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
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, sink, (step, link) => sessionOf(step).resolve(link));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    session: (step) => sessionOf(step).promise,
    close: () => closeServer(server, sockets),
  };
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

function serve(socket: Socket, sink: ChannelSink, arrived: (step: string, link: SessionLink) => void): void {
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
      send({ kind: 'command', n, name, value });
      return answer.promise;
    },
  };

  async function take(message: ClientMessage): Promise<void> {
    switch (message.kind) {
      case 'hello':
        step = message.step;
        if (message.role === 'session') arrived(step, link);
        return send({ kind: 'ack', to: message.n, evidence: null });
      case 'record':
        await sink.record(step, message.record);
        return send({ kind: 'ack', to: message.n, evidence: null });
      case 'evidence':
        return send({ kind: 'ack', to: message.n, evidence: await keep(message) });
      case 'answer':
        asked.get(message.to)?.resolve(message.value);
        asked.delete(message.to);
    }
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
    queue = queue
      .then(() => take(JSON.parse(line) as ClientMessage))
      .catch((error) => {
        socket.destroy(error);
      });
  });
  socket.setEncoding('utf8');
  socket.on('data', (text) => read(String(text)));
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
