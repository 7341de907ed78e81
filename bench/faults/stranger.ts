import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that has no business with the run; it counts who comes, and with what. */
export interface Stranger {
  readonly url: string;
  /** Method, path and whether a key was brought along. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function openStranger(): Promise<Stranger> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const key = request.headers.authorization === undefined ? 'without a key' : 'WITH A KEY';
    visits.push(`${request.method} ${request.url} ${key}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
