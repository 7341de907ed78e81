import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For tests only: a system beside billing, which answers as it is told while the work goes on. */
export async function withService<Result>(
  answer: (path: string, body: string) => { readonly status: number; readonly body: string },
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text) => {
      body += text;
    });
    request.on('end', () => {
      const given = answer(request.url ?? '', body);
      response.writeHead(given.status).end(given.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
