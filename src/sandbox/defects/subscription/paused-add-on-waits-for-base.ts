import { pause } from '../../procedures/subscription/pause.ts';
import { setNextDue, subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** An add-on was looked at when its base was billed, and at no other time. */
export const pausedAddOnWaitsForBase: Defect = {
  name: 'paused-add-on-waits-for-base',
  row: 'SUB',
  family: 'SUB',
  stage: 'invoicing',
  effect: 'late',
  severity: 'minor',
  title: 'Unused days of an add-on that is paused are given back with the next bill of its base only',
  procedures: {
    pause: (context, interruption) => {
      const { addOnTo } = subscriptionById(context, interruption.subscriptionId);
      if (addOnTo === null) return pause(context, interruption);
      pause({ ...context, procedures: { ...context.procedures, billCustomer: () => null } }, interruption);
      setNextDue(context, interruption.subscriptionId, null);
    },
  },
};
