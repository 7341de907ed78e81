import { isDeepStrictEqual } from 'node:util';
import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** Versions were told apart by what they say: a price that went back to what it was had been seen already. The list has no row for it. */
export const versionLikeAnEarlierOneLeftOut: Defect = {
  name: 'version-like-an-earlier-one-left-out',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'A version that says what an earlier one said never comes into force',
  rules: {
    priceVersionInForce: (question) => {
      const { versions } = question;
      const isKnown = (at: number) =>
        versions.slice(0, at).some((earlier) => {
          const { effectiveFrom } = versions[at] ?? earlier;
          return isDeepStrictEqual({ ...earlier, effectiveFrom }, versions[at]);
        });
      return priceVersionInForce({ ...question, versions: versions.filter((_, at) => !isKnown(at)) });
    },
  },
};
