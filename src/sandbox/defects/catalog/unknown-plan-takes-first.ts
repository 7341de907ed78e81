import type { Context } from '../../engine.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { planVersions } from '../../store/catalog.ts';
import { textOf } from '../../store/columns.ts';
import type { Defect } from '../defect.ts';

/** The search for the plan fell back to a default when it found nothing. The list has no row for it. */
export const unknownPlanTakesFirst: Defect = {
  name: 'unknown-plan-takes-first',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'An order of a plan that nobody published is billed as the first plan of the catalog',
  procedures: {
    subscribe: (context, subscription) => {
      const isKnown = planVersions(context, subscription.plan).length > 0;
      return subscribe(context, isKnown ? subscription : { ...subscription, plan: firstPlan(context) });
    },
  },
};

function firstPlan(context: Context): string {
  const row = context.store.first(
    'SELECT plan FROM plan_versions WHERE tenant = ? ORDER BY rowid LIMIT 1',
    context.tenantId,
  );
  return row === null ? '' : textOf(row, 'plan');
}
