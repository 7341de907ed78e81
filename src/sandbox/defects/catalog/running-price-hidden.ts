import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** The search for prices that reach running subscriptions ended at the first version that says no day. */
export const runningPriceHidden: Defect = {
  name: 'running-price-hidden',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A version that reaches no running subscription hides the later ones that do',
  rules: {
    priceVersionInForce: (question) => {
      const { versions, planSince = question.signedOn } = question;
      const silent = versions
        .filter(({ effectiveFrom, runningFrom }) => runningFrom === undefined && effectiveFrom > planSince)
        .map(({ effectiveFrom }) => effectiveFrom)
        .toSorted()[0];
      const seen = versions.filter(
        ({ effectiveFrom, runningFrom }) =>
          runningFrom === undefined || silent === undefined || effectiveFrom < silent,
      );
      return priceVersionInForce({ ...question, versions: seen });
    },
  },
};
