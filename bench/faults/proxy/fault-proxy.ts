import {
  createServer,
  type IncomingMessage,
  request as requestOf,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from '../certificates.ts';
import { pass } from './acts.ts';
import type { Act, Asked, Match, TargetAnswer } from './exchange.ts';

/** Stands between driver and target, does the faults that it is told to, and counts what the target really got. */
export class FaultProxy {
  readonly url: string;
  /** Every request that came in. */
  readonly asked: Asked[] = [];
  /** Every request that the target got, once for each time. */
  readonly forwarded: Asked[] = [];
  /** Those of them that the target answered with 2xx: it did what it was asked. */
  readonly done: Asked[] = [];
  readonly #target: URL;
  readonly #server: Server | TlsServer;
  readonly #sockets = new Set<Socket>();
  readonly #rules: { readonly match: Match; readonly act: Act; met: number }[] = [];
  readonly #port: number;

  private constructor(target: string, server: Server | TlsServer, isTls: boolean) {
    this.#target = new URL(target);
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    this.url = `${isTls ? 'https' : 'http'}://${isTls ? 'localhost' : '127.0.0.1'}:${this.#port}`;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => this.#sockets.delete(socket));
    });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async open(target: string, certificate: Certificate | null): Promise<FaultProxy> {
    const server = certificate === null ? createServer() : createTlsServer({ ...certificate });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultProxy(target, server, certificate !== null);
  }

  /** From now on; the first rule that fits is done, and what no rule fits passes. */
  when(match: Match, act: Act): this {
    this.#rules.push({ match, act, met: 0 });
    return this;
  }

  /** How many rules were never met: their fault was not done to anything. */
  get unmet(): number {
    return this.#rules.filter(({ met }) => met === 0).length;
  }

  /** From now on nobody takes a connection at this address. */
  async refuse(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.endConnections();
    await closed;
  }

  /** Whoever wants something more has to connect anew. */
  endConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Takes connections again, at the same address. */
  async takeAgain(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
  }

  present(certificate: Certificate): void {
    if ('setSecureContext' in this.#server) this.#server.setSecureContext({ ...certificate });
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.refuse();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const asked = await this.#read(request);
    this.asked.push(asked);
    const rule = this.#rules.find(({ match }) => match(asked));
    if (rule !== undefined) rule.met += 1;
    await (rule?.act ?? pass)({
      asked,
      request,
      response,
      forward: (changed) => this.#forward(asked, request, changed?.body ?? asked.body),
      give: (answer) => {
        response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
        response.end(answer.body);
      },
    });
  }

  async #read(request: IncomingMessage): Promise<Asked> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url = '' } = request;
    return {
      number: this.asked.length + 1,
      method,
      path: url,
      idempotencyKey: String(request.headers['idempotency-key'] ?? ''),
      body: Buffer.concat(chunks).toString('utf8'),
      authorization: String(request.headers.authorization ?? ''),
      isLoad: /k6/i.test(String(request.headers['user-agent'] ?? '')),
      isWrite: !['GET', 'HEAD'].includes(method) && !url.startsWith('/v1/preview'),
    };
  }

  #forward(asked: Asked, request: IncomingMessage, body: string): Promise<TargetAnswer> {
    this.forwarded.push(asked);
    const {
      host: _,
      connection: __,
      'content-length': ___,
      'transfer-encoding': ____,
      ...headers
    } = request.headers;
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = requestOf(
        new URL(asked.path, this.#target),
        { method: asked.method, headers: { ...headers, ...length } },
        (answer) => {
          const code = answer.statusCode ?? 0;
          if (code >= 200 && code < 300) this.done.push(asked);
          void whole(answer).then(resolve, reject);
        },
      );
      sent.once('error', reject).end(body);
    });
  }
}

async function whole(answer: IncomingMessage): Promise<TargetAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  const kept = Object.entries(answer.headers).filter(
    ([name]) => !['connection', 'keep-alive', 'content-length', 'transfer-encoding'].includes(name),
  );
  const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
  return { status: answer.statusCode ?? 0, headers, body: Buffer.concat(chunks) };
}
