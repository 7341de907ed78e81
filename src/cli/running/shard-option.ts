import { HarnessFault } from '../../model/fault.ts';
import type { ShardNumber } from '../../model/observing/record.ts';

/** More machines than that would wait for one another's canaries. */
const totalMax = 64;

/** Reads `--shard 2/3`; null when it was not asked for. */
export function shardOption(asked: string | undefined): ShardNumber | null {
  if (asked === undefined) return null;
  const [, index = 0, total = 0] = (/^([1-9]\d?)\/([1-9]\d?)$/.exec(asked) ?? []).map(Number);
  if (index >= 1 && index <= total && total <= totalMax) return { index, total };
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --shard ${asked}, expected i/n with 1 ≤ i ≤ n ≤ ${totalMax}, such as --shard 1/3.`,
    hint: 'Each of the n machines is given another i; then: npx tollgate merge RUN…',
  });
}
