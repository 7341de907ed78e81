import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookDelivery } from '../model/billing/webhook.ts';

/** An HTTP server of our own that takes deliveries as a customer's system would, on this machine only. */
export interface WebhookReceiver {
  readonly server: Server;
  readonly url: string;
  /** In the order in which they came; also those that were answered with an error. */
  readonly deliveries: readonly WebhookDelivery[];
  /** Resolves when `count` deliveries are there, or when none came for so long; expectations then say what is missing. */
  arrived(count: number, silenceMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  /** How many of the first deliveries are answered with 503, as a system does that is being restarted. */
  readonly failFirst?: number;
  /** Asked for each delivery as it comes: whether it is answered with 503, too. */
  readonly isDown?: () => boolean;
}

/** Larger than any event; a sender that sends more is refused before it fills our memory. */
const bodyBytesMax = 256 * 1024;

export async function openWebhookReceiver(options: ReceiverOptions = {}): Promise<WebhookReceiver> {
  const deliveries: WebhookDelivery[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    void receive(request).then((received) => {
      if (typeof received === 'number') return answer(response, received);
      deliveries.push(received);
      answer(response, isUp(options, deliveries.length) ? 204 : 503);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    url: `http://127.0.0.1:${port}/billing-events`,
    deliveries,
    arrived: (count, silenceMs = 5_000) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(deadline);
          waiting.delete(look);
          resolve();
        };
        const look = () => {
          // One that comes shows that others are on their way, however slow the machine is.
          if (deliveries.length >= count) done();
          else deadline.refresh();
        };
        const deadline = setTimeout(done, silenceMs);
        waiting.add(look);
        look();
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isUp({ isDown, failFirst = 0 }: ReceiverOptions, deliveries: number): boolean {
  return isDown?.() !== true && deliveries > failFirst;
}

/** The delivery, or the status with which it is refused. */
async function receive(request: IncomingMessage): Promise<WebhookDelivery | number> {
  if (request.url !== '/billing-events') return drained(request, 404);
  if (request.method !== 'POST') return drained(request, 405);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyBytesMax) chunks.push(chunk);
  }
  if (bytes > bodyBytesMax) return 413;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return { headers, body: Buffer.concat(chunks).toString('utf8') };
}

function drained(request: IncomingMessage, status: number): number {
  request.resume();
  return status;
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}
