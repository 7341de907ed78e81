import type { Defect } from '../defect.ts';

/** What was agreed later was added to what there was, instead of taking its place. The list has no row for it. */
export const agreedPricesPileUp: Defect = {
  name: 'agreed-prices-pile-up',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'Who takes a plan for the second time keeps the prices of the first',
  rules: {
    agreementFor: ({ agreement: { plan, negotiated, changes }, segment }) => [
      ...changes
        .filter((one) => one.plan === segment.plan && one.assignment <= segment.assignment)
        .toReversed()
        .flatMap((one) => one.negotiated),
      ...(plan === segment.plan ? negotiated : []),
    ],
  },
};
