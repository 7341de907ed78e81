import type { DueItem } from '../../billing/due-item.ts';
import type { Context } from '../../engine.ts';
import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

/** Whoever looked for the users of a period did so for each version that was in force on one of its days. */
export const planVersionsBillOneUsage: Defect = {
  name: 'plan-versions-bill-one-usage',
  row: 'SUB-14',
  family: 'SUB',
  stage: 'subscription',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'When a plan gets a new version within a period, both versions bill the usage of the period',
  procedures: {
    claimItems: (context, claim) =>
      claimItems(context, claim).flatMap((item) => [item, ...byNewerVersions(context, item)]),
  },
};

function byNewerVersions(context: Context, item: DueItem): readonly DueItem[] {
  if (item.kind !== 'usage') return [];
  const { used, plan } = item.segment;
  return planVersions(context, plan)
    .filter(({ effectiveFrom }) => effectiveFrom > used.from && effectiveFrom < used.to)
    .flatMap((version) => {
      const charge = version.charges.find(({ code }) => code === item.charge.code);
      return charge === undefined ? [] : [{ ...item, version, charge }];
    });
}
