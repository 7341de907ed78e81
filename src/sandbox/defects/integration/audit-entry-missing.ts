import { isAudited } from '../../rules/platform/is-audited.ts';
import type { Defect } from '../defect.ts';

/** An action that was added later was never added to the list of those that are recorded. The list has no row for it. */
export const auditEntryMissing: Defect = {
  name: 'audit-entry-missing',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'The end of a subscription leaves no entry in the trail',
  rules: { isAudited: (action) => isAudited(action) && !action.endsWith('/cancel') },
};
