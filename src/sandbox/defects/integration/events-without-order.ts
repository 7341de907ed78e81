import type { Defect } from '../defect.ts';

/** Each began counting anew. A receiver that took the order of arrival for that of happening was wrong with the first retry. The list has no row for it. */
export const eventsWithoutOrder: Defect = {
  name: 'events-without-order',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'Events do not say in which order they happened',
  procedures: { nextEventNumber: () => 1 },
};
