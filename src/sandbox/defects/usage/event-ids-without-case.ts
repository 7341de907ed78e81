import type { Defect } from '../defect.ts';

/** The table of seen ids compared texts as people read them. */
export const eventIdsWithoutCase: Defect = {
  name: 'event-ids-without-case',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'Usage events whose ids differ only in large and small letters count as one',
  rules: { usageKey: (event) => event.id.toLowerCase() },
};
