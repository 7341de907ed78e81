import { newId } from '../../new-id.ts';
import { handOver } from '../../procedures/platform/hand-over-postings.ts';
import type { Defect } from '../defect.ts';

/** Each attempt made up an id of its own, so that accounting could not know a posting that it had. */
export const lostAnswerPostsAgain: Defect = {
  name: 'lost-answer-posts-again',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A posting whose answer was lost is handed over as a new one',
  procedures: {
    handOver: (context, posting) => handOver(context, { ...posting, postingId: newId('post') }),
  },
};
