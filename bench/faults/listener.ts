import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** Stands where nobody may connect; counts who does, and hangs up. */
export interface Listener {
  readonly port: number;
  readonly connections: () => number;
  close(): Promise<void>;
}

/** On every address of this machine, so that each spelling of it would arrive. */
export async function openListener(): Promise<Listener> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '::', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
