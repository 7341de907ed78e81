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
const checks = [
  check('alone', 'one'),
  ...['a', 'b'].map((id) => check(id, 'two')),
  ...['p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x'].map((id) => check(id, 'nine')),
];
const played = (turn: number) => checksOfTurn(checks, turn).map(({ id }) => id);

test('members of a group take turns, and with each turn somebody of each group draws', () => {
  expect(played(0)).toEqual(['alone', 'a', 'p']);
  expect(played(1)).toEqual(['alone', 'b', 'q']);
  expect(played(2)).toEqual(['alone', 'a', 'r']);
  expect(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap(played)).size).toBe(checks.length);
});
