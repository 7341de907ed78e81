import type { PostingLine } from './ledger-postings.ts';

/** Whether both sides of a posting are the same, to the last minor unit. */
export function isBalanced(lines: readonly PostingLine[]): boolean {
  return (
    lines.reduce(
      (sum, { side, amountMinor }) => sum + (side === 'debit' ? amountMinor : -amountMinor),
      0n,
    ) === 0n
  );
}
