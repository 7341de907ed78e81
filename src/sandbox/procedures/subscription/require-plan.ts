import type { LocalDate } from '../../../model/date.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { planVersions } from '../../store/catalog.ts';

/** Refuses a plan that is unknown, not yet in force on the day, or in another currency. */
export function requirePlan(
  context: Context,
  wanted: { readonly plan: string; readonly from: LocalDate; readonly currency: string },
): void {
  const first = planVersions(context, wanted.plan)[0];
  if (first === undefined) refuse('plan', `Found no plan ${wanted.plan}; publish it first.`);
  if (first.effectiveFrom > wanted.from) {
    refuse(
      'plan',
      `Found no version of ${wanted.plan} in force on ${wanted.from}; the first is from ${first.effectiveFrom}.`,
    );
  }
  const currencies = [first.currency, ...(first.otherCurrencies ?? []).map(({ currency }) => currency)];
  if (!currencies.includes(wanted.currency)) {
    refuse(
      'plan',
      `Found a plan in ${currencies.join(', ')}, expected one in the customer's currency ${wanted.currency}.`,
    );
  }
}
