import { billIfDue } from '../../procedures/invoicing/bill-if-due.ts';
import { undo } from '../../procedures/subscription/undo.ts';
import { addOnsOf, setCancelledFrom } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const undoForgetsAddOns: Defect = {
  name: 'undo-forgets-add-ons',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'A cancellation that is taken back leaves the add-ons cancelled',
  procedures: {
    undo: (context, undoing) => {
      const ended = addOnsOf(context, undoing.subscriptionId);
      undo(context, undoing);
      for (const { id, cancelledFrom } of ended) {
        setCancelledFrom(context, id, cancelledFrom);
        billIfDue(context, id, todayOf(context.store, context.tenantId));
      }
    },
  },
};
