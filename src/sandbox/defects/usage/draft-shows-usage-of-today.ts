import { addDays } from '../../../model/date.ts';
import { draftContent } from '../../procedures/invoicing/drafts.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** After the kind of polarsource/polar#13487: usage was not bounded by the end of its cycle. */
export const draftShowsUsageOfToday: Defect = {
  name: 'draft-shows-usage-of-today',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A draft shows the usage of the days on which it waits',
  procedures: {
    draftContent: (context, draftId) => {
      const { usageWindow } = context.rules;
      const tomorrow = addDays(todayOf(context.store, context.tenantId), 1);
      const rules: typeof context.rules = {
        ...context.rules,
        usageWindow: ({ from, to }, zone) => usageWindow({ from, to: to < tomorrow ? tomorrow : to }, zone),
      };
      return draftContent({ ...context, rules }, draftId);
    },
  },
};
