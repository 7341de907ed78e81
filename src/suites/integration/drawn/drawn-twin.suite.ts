import { describe } from 'vitest';
import { check } from '../../../scenario/check.ts';
import { besides, expectSameLife } from '../../../scenario/drawn/account-twin.ts';
import { needsOfLife } from '../../../scenario/drawn/begin-life.ts';

describe('A life in which anything may happen comes to the same as one', () => {
  for (const one of besides)
    check(
      one.title,
      {
        topic: 'idempotency',
        needs: [...needsOfLife, ...one.needs],
        tags: ['@generated'],
        timeoutMs: 60_000,
      },
      (world) => expectSameLife(world, one.title, one),
    );
});
