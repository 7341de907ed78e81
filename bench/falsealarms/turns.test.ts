import { expect, test } from 'vitest';
import type { ProvableCheck } from '../../src/prove/messages.ts';
import { checksOfTurn } from './turns.ts';

const check = (id: string, group: string): ProvableCheck => ({
  id,
  phase: 'integration',
  file: 'drawn.suite',
  titlePath: [group, id],
  topic: 'credit',
  tags: ['@generated'],
  leftOut: null,
});
const checks = [check('alone', 'one'), ...['a', 'b', 'c'].map((id) => check(id, 'three'))];
const played = (turn: number) => checksOfTurn(checks, turn).map(({ id }) => id);

test('members of a group take turns, and none is left out of two in a row', () => {
  expect(played(0)).toEqual(['alone', 'a', 'c']);
  expect(played(1)).toEqual(['alone', 'b']);
  expect(played(2)).toEqual(played(0));
});
