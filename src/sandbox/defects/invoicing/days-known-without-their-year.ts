import { addDays } from '../../../model/date.ts';
import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { claimsOf } from '../../store/claims.ts';
import type { Defect } from '../defect.ts';

const yearLength = 4;
const dayLength = '2026-01-01'.length;

/** After the kind of kimai/kimai#6134, where weeks of one number were one week, whatever their year. */
export const daysKnownWithoutTheirYear: Defect = {
  name: 'days-known-without-their-year',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'major',
  title: 'What is billed by the day is taken as billed where the same day of another year was',
  procedures: {
    claimItems: (context, claim) => {
      const known = new Set([...claimsOf(context, claim.subscriptionId).keys()].map(withoutYear));
      return claimItems(context, claim).filter(({ key, kind, segment }) => {
        const isOfADay = addDays(segment.whole.from, 1) === segment.whole.to;
        return !isOfADay || kind === 'credit' || !known.has(withoutYear(key));
      });
    },
  },
};

/** A key ends with its first day. */
function withoutYear(key: string): string {
  return `${key.slice(0, -dayLength)}${key.slice(yearLength - dayLength)}`;
}
