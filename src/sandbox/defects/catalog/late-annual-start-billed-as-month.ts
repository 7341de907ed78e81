import { addDays, daysBetween } from '../../../model/date.ts';
import type { DueItem } from '../../billing/due-item.ts';
import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

/** The bill of the past was cut where the price list changed, and its first stub taken for the whole. */
export const lateAnnualStartBilledAsMonth: Defect = {
  name: 'late-annual-start-billed-as-month',
  row: 'CAT-04',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A year that began before the order and before a new price is billed as one month of it',
  procedures: {
    claimItems: (context, claim) =>
      claimItems(context, claim).map((item) => {
        const { from } = item.segment.used;
        const isCut = planVersions(context, item.segment.plan).some(
          ({ effectiveFrom }) => from < effectiveFrom && effectiveFrom <= claim.runDate,
        );
        return isCut && isWholeYear(item) ? firstMonthOf(item) : item;
      }),
  },
};

function isWholeYear({ kind, segment: { used } }: DueItem): boolean {
  return kind === 'advance' && daysBetween(used.from, used.to) > 360;
}

function firstMonthOf(item: DueItem): DueItem {
  const { from } = item.segment.used;
  return { ...item, segment: { ...item.segment, used: { from, to: addDays(from, 30) } } };
}
