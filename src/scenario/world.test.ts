import { expect, test } from 'vitest';
import { ExpectationFailed } from './expectation-failed.ts';
import { newWorld } from './world.fixture.ts';

test('what a check found wrong stays a finding when the check cannot go on', () => {
  const world = newWorld();
  world.expectThat(false, 'The target took a payment in another currency.');
  const ended = world.endedBy(new RangeError('amounts of one currency')) as Error;
  expect(ended.name).toBe('ExpectationFailed');
  expect(ended.message).toMatch(/^The target took a payment.*could not go on.*of one currency$/s);
});

test('what was found before the target left the check nothing to go on with is said with it', () => {
  const world = newWorld();
  world.expectThat(false, 'A wrong state.');
  const ended = world.endedBy(new ExpectationFailed(['No invoice.'])) as Error;
  expect(ended.message).toBe('A wrong state.\n\nNo invoice.');
});

test('a check that found nothing wrong and cannot go on says only why', () => {
  const world = newWorld();
  world.expectThat(true, 'never said');
  const error = new RangeError('no such thing');
  expect(world.endedBy(error)).toBe(error);
});

test.each([
  ['accepted', /^The target took it\.$/],
  [500, /no refusal/],
  [302, /no refusal/],
] as const)('%s is no refusal', (answer, said) => {
  const world = newWorld();
  world.expectRefused(answer, 'The target took it.');
  expect(() => world.verify()).toThrow(said);
});

test('a no of the target itself is a refusal', () => {
  const world = newWorld();
  for (const answer of [400, 404, 409, 422]) world.expectRefused(answer, 'The target took it.');
  expect(() => world.verify()).not.toThrow();
});

test('a world that cannot be left keeps what was recorded all the same', async () => {
  const closed: string[] = [];
  const session = (name: string, ends: boolean) => ({
    close: async () => {
      closed.push(name);
      if (!ends) throw new Error(`${name} cannot be left`);
    },
  });
  const sessions = [session('one', false), session('two', true)];
  const world = newWorld({}, { open: async () => sessions.shift(), flushed: () => closed.push('kept') });
  await world.target();
  await world.target();
  await expect(world.close()).rejects.toThrow('one cannot be left');
  expect(closed).toEqual(['one', 'two', 'kept']);
});
