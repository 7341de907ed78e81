import { expect, test } from 'vitest';
import type { Driver } from '../target/driver.ts';
import type { ScenarioConfiguration } from './configuration.ts';
import type { Recorder } from './recorder.ts';
import { World } from './world.ts';

function newWorld(): World {
  const [record, driver, configuration] = [{} as Recorder, {} as Driver, {} as ScenarioConfiguration];
  return new World({ configuration, checkId: 'unit-1', record, driver });
}

test('what a check found wrong stays a finding when the check cannot go on', () => {
  const world = newWorld();
  world.expectThat(false, 'The target took a payment in another currency.');
  const ended = world.endedBy(new RangeError('amounts of one currency')) as Error;
  expect(ended.name).toBe('ExpectationFailed');
  expect(ended.message).toMatch(/^The target took a payment.*could not go on.*of one currency$/s);
});

test('a check that found nothing wrong and cannot go on says only why', () => {
  const world = newWorld();
  world.expectThat(true, 'never said');
  const error = new RangeError('no such thing');
  expect(world.endedBy(error)).toBe(error);
});
