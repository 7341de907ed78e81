import { handOver } from '../../procedures/platform/hand-over-postings.ts';
import type { Defect } from '../defect.ts';

/** Sending was taken for arriving: whatever accounting answered, the posting was done with. */
export const untakenPostingCountsAsTaken: Defect = {
  name: 'untaken-posting-counts-as-taken',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A posting that accounting did not take counts as handed over',
  procedures: {
    handOver: async (context, posting) => {
      await handOver(context, posting);
      return true;
    },
  },
};
