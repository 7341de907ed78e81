import { undo } from '../../procedures/subscription/undo.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const undoneChangeStillComes: Defect = {
  name: 'undone-change-still-comes',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'A change of plan that is taken back takes effect all the same',
  procedures: {
    undo: (context, undoing) => {
      if (undoing.what === 'cancellation') undo(context, undoing);
      else subscriptionById(context, undoing.subscriptionId);
    },
  },
};
