import type { Defect } from '../defect.ts';

/** Each meter kept a list of the ids that it had seen. */
export const meterTellsEventsApart: Defect = {
  name: 'meter-tells-events-apart',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'major',
  title: 'An event whose id comes again for another meter is counted as another event',
  rules: {
    usageKey: ({ id, meter }) => `${meter} ${id}`,
  },
};
