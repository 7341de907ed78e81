import { describe } from 'vitest';
import { check } from '../../../scenario/check.ts';
import {
  besides,
  besidesOfAnyone,
  expectSameHistory,
  expectSameLife,
} from '../../../scenario/drawn/account-twin.ts';
import { needsOfLife } from '../../../scenario/drawn/begin-life.ts';
import { needsOfDrawn } from '../../../scenario/drawn/needs-of-drawn.ts';

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

  // In the same group, so that a thousand seeds take their turns among all of them.
  for (const one of besidesOfAnyone)
    check(
      `${one.title}, of a customer nobody thought of`,
      {
        topic: 'idempotency',
        needs: [...new Set([...needsOfDrawn, ...needsOfLife, ...one.needs])],
        tags: ['@generated'],
        timeoutMs: 60_000,
      },
      (world) => expectSameHistory(world, `anyone ${one.title}`, one),
    );
});
