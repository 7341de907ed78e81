import type { Defect } from '../defect.ts';

/** A version of the same day was taken for a later one, with which the plan is sold again. The list has no row for it. */
export const withdrawnWithItsVersionStillSold: Defect = {
  name: 'withdrawn-with-its-version-still-sold',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'minor',
  title: 'A plan that is taken off the list on the day of its new version is still sold',
  rules: {
    isSold: ({ versionFrom, withdrawnFrom, day }) =>
      !withdrawnFrom.some((from) => versionFrom < from && from <= day),
  },
};
