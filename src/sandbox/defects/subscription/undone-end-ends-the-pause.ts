import { undo } from '../../procedures/subscription/undo.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** A sibling of killbill/killbill#138. The list has no row for it. */
export const undoneEndEndsThePause: Defect = {
  name: 'undone-end-ends-the-pause',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Whoever takes his end back during a pause is billed for the pause',
  procedures: {
    undo: (context, undoing) => {
      const last = assignmentsOf(context, undoing.subscriptionId).at(-1);
      if (undoing.what === 'cancellation' && last?.state === 'paused')
        context.store.run(
          "UPDATE assignments SET state = 'active' WHERE tenant = ? AND subscription = ? AND number = ?",
          context.tenantId,
          undoing.subscriptionId,
          last.number,
        );
      undo(context, undoing);
    },
  },
};
