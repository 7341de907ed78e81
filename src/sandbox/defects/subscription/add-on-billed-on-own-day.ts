import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const addOnBilledOnOwnDay: Defect = {
  name: 'add-on-billed-on-own-day',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'An add-on has periods from its own first day, not those of its base',
  rules: { addOnAnchor: ({ start }) => start },
};
