import { expect, test } from 'vitest';
import { UndoneWork } from './undone-work.ts';

/** Looks every so many milliseconds at what is due then. */
function watched(looks: number, everyMs: number, due: (index: number) => readonly string[]): UndoneWork {
  let now = 0;
  const work = new UndoneWork(() => now);
  for (let index = 0; index < looks; index += 1) {
    work.look(due(index));
    now += everyMs;
  }
  return work;
}

test('a piece that never moves, on a server that answers, is left undone', () => {
  const refusal = watched(400, 150, () => ['event 9']).refusal();
  expect(refusal).toMatchObject({ name: 'TargetRefusal', status: 500 });
  expect(refusal?.answer).toContain('event 9');
});

test.each([
  ['one that answers seldom is slow', watched(100, 600, () => ['event 9'])],
  [
    'one that does another piece each second is at work',
    watched(400, 150, (at) => [`event ${Math.floor(at / 7)}`]),
  ],
  [
    'one that was at work until just now may go on',
    watched(400, 150, (at) => [at < 200 ? 'event 8' : 'event 9']),
  ],
  ['one that has nothing to do is done', watched(400, 150, () => [])],
])('%s', (_what, work) => {
  expect(work.refusal()).toBeNull();
});
