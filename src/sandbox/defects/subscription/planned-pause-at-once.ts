import { pause } from '../../procedures/subscription/pause.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const plannedPauseAtOnce: Defect = {
  name: 'planned-pause-at-once',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'A pause that is planned for a later day begins on the day on which it is told',
  procedures: {
    pause: (context, { subscriptionId }) => {
      const date = todayOf(context.store, context.tenantId);
      pause(context, { subscriptionId, timing: { kind: 'date', date } });
    },
  },
};
