import type { Socket } from 'node:net';

/** Chunks of news that come closer together than this are left to gather. */
const closeMs = 2;
/** For this long at first. Short enough that an intent that follows them, which waits for its answer, is not held up to speak of. */
const gatherFirstMs = 10;
/** And for this long where nothing but news comes, one after the other. */
const gatherMostMs = 50;

/**
 * Each chunk that is read at once wakes this process, and on a full machine stops the one that sent it. Of checks that end
 * within a fraction of a millisecond that would cost more than all else that is done with their news.
 */
export function restBetweenNews(socket: Socket): (text: string) => void {
  let lastMs = 0;
  let gatherMs = gatherFirstMs;
  return (text) => {
    const nowMs = performance.now();
    const isClose = nowMs - lastMs < closeMs;
    lastMs = nowMs;
    if (!isClose || !text.startsWith(newsBegin) || !text.endsWith('\n')) {
      gatherMs = gatherFirstMs;
      return;
    }
    socket.pause();
    setTimeout(() => {
      lastMs = performance.now();
      socket.resume();
    }, gatherMs);
    gatherMs = Math.min(2 * gatherMs, gatherMostMs);
  };
}

const newsBegin = '{"kind":"told"';
