import { undo } from '../../procedures/subscription/undo.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const undoneCancellationStays: Defect = {
  name: 'undone-cancellation-stays',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'critical',
  title: 'A cancellation that is taken back ends the subscription all the same',
  procedures: {
    undo: (context, undoing) => {
      if (undoing.what === 'change') undo(context, undoing);
      else subscriptionById(context, undoing.subscriptionId);
    },
  },
};
