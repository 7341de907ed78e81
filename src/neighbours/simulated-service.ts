import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request is answered. lost: the work was done, and the answer does not come back. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'lost' };

/** How the service behaves until it is told otherwise. away: 503 to everybody; slow: answers late. */
export type Mood =
  | { readonly kind: 'well' }
  | { readonly kind: 'away' }
  | { readonly kind: 'slow'; readonly byMs: number };

export interface SimulatedService {
  readonly server: Server;
  readonly url: string;
  behave(mood: Mood): void;
  close(): Promise<void>;
}

export interface ServiceRequest {
  readonly query: URLSearchParams;
  readonly body: string;
}

const bodyBytesMax = 256 * 1024;

/** A system beside billing, simulated: a real server on this machine, whose behaviour a drill decides. */
export async function openService(work: (request: ServiceRequest) => Answer): Promise<SimulatedService> {
  let mood: Mood = { kind: 'well' };
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const body = await textOf(request);
    if (mood.kind === 'away') return { kind: 'answer', status: 503, body: {} };
    if (mood.kind === 'slow') await pause(mood.byMs);
    return work({ query: new URL(request.url ?? '/', 'http://localhost').searchParams, body });
  };
  const server = createServer((request, response) => {
    void answerTo(request).then((answer) => {
      if (answer.kind === 'lost') request.socket.destroy();
      else send(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    url: `http://127.0.0.1:${port}/`,
    behave: (next) => {
      mood = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, body }: Extract<Answer, { kind: 'answer' }>): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Longer bodies than any real one are cut: the simulated service must not be what runs out of memory. */
async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyBytesMax) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
