import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Act, Exchange, TargetAnswer } from './exchange.ts';

/** Answers that break HTTP itself, written byte by byte. The target has done what it was asked, and answered well. */

/** The head that the answer would have, with other headers of length. */
function head({ status, headers }: TargetAnswer, length: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${[`HTTP/1.1 ${status} X`, ...lines, length].join('\r\n')}\r\n\r\n`;
}

/** Takes the socket out of the hands of Node's server. */
function rawSocket({ request, response }: Exchange): Socket {
  response.detachSocket(request.socket);
  return request.socket;
}

const raw =
  (write: (socket: Socket, answer: TargetAnswer) => Promise<void> | void): Act =>
  async (exchange) => {
    const answer = await exchange.forward();
    await write(rawSocket(exchange), answer);
  };

/** Half of the body, then nothing more in this direction. */
export const halfClosed = raw((socket, answer) => {
  socket.write(head(answer, `content-length: ${answer.body.length}`));
  socket.end(answer.body.subarray(0, answer.body.length >> 1));
});

/** Half of the body, then the connection is reset. */
export const cutInBody = raw((socket, answer) => {
  socket.write(head(answer, `content-length: ${answer.body.length}`));
  socket.write(answer.body.subarray(0, answer.body.length >> 1), () => {
    setTimeout(() => socket.resetAndDestroy(), 20);
  });
});

/** The whole body, announced as longer than it is. */
export const announcedTooLong = raw((socket, answer) => {
  socket.write(head(answer, `content-length: ${answer.body.length + 40}`));
  socket.end(answer.body);
});

/** The whole body, announced as shorter than it is. */
export const announcedTooShort = raw((socket, answer) => {
  socket.write(head(answer, `content-length: ${Math.max(1, answer.body.length - 10)}`));
  socket.end(answer.body);
});

/** A chunk whose length is no number. */
export const badChunking = raw((socket, answer) => {
  socket.write(head(answer, 'transfer-encoding: chunked'));
  socket.end(Buffer.concat([Buffer.from('zz\r\n'), answer.body, Buffer.from('\r\n0\r\n\r\n')]));
});

/** Chunks in good order, but no last one. */
export const noLastChunk = raw((socket, answer) => {
  socket.write(head(answer, 'transfer-encoding: chunked'));
  socket.write(`${answer.body.length.toString(16)}\r\n`);
  socket.end(Buffer.concat([answer.body, Buffer.from('\r\n')]));
});

/** One byte a second: alive, and never done. */
export const dribble = raw(async (socket, answer) => {
  socket.write(head(answer, `content-length: ${answer.body.length}`));
  for (const byte of answer.body) {
    if (socket.destroyed) return;
    socket.write(Buffer.of(byte));
    await pause(1000);
  }
});

/** How much of it was taken, so that a row can see where the reader stopped. */
export interface Poured {
  bytes: number;
}

const mebibyte = Buffer.alloc(1024 * 1024, 0x20);

/** White space without end, or as much as is announced. */
export function pour(poured: Poured, announcedBytes: number | null): Act {
  return async (exchange) => {
    const answer = await exchange.forward();
    const socket = rawSocket(exchange);
    const length =
      announcedBytes === null ? 'transfer-encoding: chunked' : `content-length: ${announcedBytes}`;
    socket.write(head(answer, length));
    while (!socket.destroyed && poured.bytes < (announcedBytes ?? Number.POSITIVE_INFINITY)) {
      const isTaken = await writeSome(socket, announcedBytes === null);
      if (!isTaken) return;
      poured.bytes += mebibyte.length;
    }
    socket.destroy();
  };
}

async function writeSome(socket: Socket, isChunked: boolean): Promise<boolean> {
  const part = isChunked
    ? Buffer.concat([Buffer.from(`${mebibyte.length.toString(16)}\r\n`), mebibyte, Buffer.from('\r\n')])
    : mebibyte;
  if (socket.write(part)) return !socket.destroyed;
  await Promise.race([once(socket, 'drain').catch(() => undefined), once(socket, 'close')]);
  return !socket.destroyed;
}
