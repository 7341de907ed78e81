import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

export const secondLineLeftOutIsTheNext: Defect = {
  name: 'second-line-left-out-is-the-next',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'major',
  title:
    'Lines that are billed again are left out one after the other, so that the second position has moved',
  procedures: {
    linesToRebill: (context, rebilled) => {
      linesToRebill(context, rebilled);
      const kept = [...rebilled.invoice.lines];
      for (const position of rebilled.without) kept.splice(position, 1);
      return kept;
    },
  },
};
