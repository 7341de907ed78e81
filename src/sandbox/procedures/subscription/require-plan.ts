import type { LocalDate } from '../../../model/date.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { currenciesOf } from '../../rules/catalog/missing-prices.ts';
import { planVersions } from '../../store/catalog.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';

/** Refuses a plan that is unknown, not yet in force on the day, not sold any more then, or in another currency. */
export function requirePlan(
  context: Context,
  wanted: { readonly plan: string; readonly from: LocalDate; readonly currency: string },
): void {
  const versions = planVersions(context, wanted.plan);
  const [first] = versions;
  if (first === undefined) refuse('plan', `Found no plan ${wanted.plan}; publish it first.`);
  const version = versions.findLast(({ effectiveFrom }) => effectiveFrom <= wanted.from);
  if (version === undefined) {
    refuse(
      'plan',
      `Found no version of ${wanted.plan} in force on ${wanted.from}; the first is from ${first.effectiveFrom}.`,
    );
  }
  const withdrawnFrom = withdrawalsOf(context, wanted.plan);
  if (!context.rules.isSold({ versionFrom: version.effectiveFrom, withdrawnFrom, day: wanted.from })) {
    refuse(
      'plan',
      `Found ${wanted.plan} for ${wanted.from}, expected a plan that is sold then: it was withdrawn from ${withdrawnFrom.join(', ')} on.`,
    );
  }
  if (!context.rules.isSoldIn({ version, currency: wanted.currency })) {
    refuse(
      'plan',
      `Found a plan in ${currenciesOf(version).join(', ')}, expected one in the customer's currency ${wanted.currency}.`,
    );
  }
}
