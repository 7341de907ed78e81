import { describe, expect, test } from 'vitest';
import { shardOption } from './shard-option.ts';

describe('--shard', () => {
  test.each([
    ['1/1', { index: 1, total: 1 }],
    ['2/3', { index: 2, total: 3 }],
    ['64/64', { index: 64, total: 64 }],
  ])('%s', (asked, shard) => expect(shardOption(asked)).toEqual(shard));

  test('is nothing when it was not asked for', () => expect(shardOption(undefined)).toBeNull());

  test.each(['0/3', '4/3', '1/65', '1/100', '3', '1/', '/3', '01/3', '-1/3', '1/3 ', '1.0/3', 'a/b', ''])(
    '"%s" is refused',
    (asked) =>
      expect(() => shardOption(asked)).toThrow(expect.objectContaining({ code: 'USAGE', exitCode: 64 })),
  );
});
