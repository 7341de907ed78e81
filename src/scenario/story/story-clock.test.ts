import { expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { TargetSession } from '../../target/session.ts';
import { readInterval } from '../language/interval-text.ts';
import { StoryClock } from './story-clock.ts';

function newClock() {
  const calls: string[] = [];
  const session = {
    advanceTo: async (date: LocalDate) => {
      calls.push(`advance ${date}`);
    },
  } as unknown as TargetSession;
  const clock = new StoryClock(async (today) => {
    calls.push(`open ${today}`);
    return session;
  });
  return { clock, calls };
}

test('the world is opened on the first day that is named, with everything said before in it', async () => {
  const { clock, calls } = newClock();
  clock.prepare(async () => {
    calls.push('prepared');
  });
  await clock.at(localDate('2026-01-31'));
  await clock.pass(readInterval('1 month'));
  expect(calls).toEqual(['open 2026-01-31', 'prepared', 'prepared', 'advance 2026-02-28']);
  expect(clock.today).toBe('2026-02-28');
});

test('the same day moves nothing, and no scenario goes back', async () => {
  const { clock, calls } = newClock();
  await clock.at(localDate('2026-04-16'));
  await clock.at(localDate('2026-04-16'));
  expect(calls).toEqual(['open 2026-04-16']);
  await expect(clock.at(localDate('2026-04-15'))).rejects.toThrow('days of a scenario in their order');
});

test('without a day there is no world', async () => {
  const { clock } = newClock();
  await expect(clock.now()).rejects.toThrow('begin with "today is');
  await expect(clock.pass(readInterval('month'))).rejects.toThrow('begin with "today is');
});
