import type { Defect } from '../defect.ts';

/** The quantity stood in the hash by which repeats were found. */
export const quantityTellsEventsApart: Defect = {
  name: 'quantity-tells-events-apart',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'major',
  title: 'An event whose id comes again with another quantity is counted as another event',
  rules: {
    usageKey: ({ id, quantity }) => `${id} ${quantity}`,
  },
};
