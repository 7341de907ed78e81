import type { Defect } from '../defect.ts';

/** The state was read before and written after, as in the void of getlago/lago-api#5495. */
export const draftFinalisedTwice: Defect = {
  name: 'draft-finalised-twice',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Two people who finalise one draft at one instant make two invoices of it',
  procedures: { claimDraft: () => true },
};
