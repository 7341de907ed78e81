import { addDays } from '../../../model/date.ts';
import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

const daysOpen = 7;

/** Usage was closed by its age instead of by its bill. The list has no row for it. */
export const lateUsageRefused: Defect = {
  name: 'late-usage-refused',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'Usage that arrives a week late is refused although its bill is still open',
  procedures: {
    ingestUsage: async (context, events) => {
      const earliest = addDays(todayOf(context.store, context.tenantId), -daysOpen);
      const results = await ingestUsage(
        context,
        events.filter((event) => event.at.slice(0, 10) >= earliest),
      );
      const taken = new Map(results.map((result) => [result.id, result]));
      return events.map(
        ({ id }) =>
          taken.get(id) ?? { id, outcome: 'too-late', reason: `Usage before ${earliest} is closed.` },
      );
    },
  },
};
