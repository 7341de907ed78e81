import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** What was added to the interface later was not added to the list of what has to be approved. The list has no row for it. */
export const clerkEndsBusiness: Defect = {
  name: 'clerk-ends-business',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may close a customer and give up what he owes, and take plans off the list',
  rules: {
    roleAllows: (role, action) => /\/(closing|withdrawal)$/.test(action) || roleAllows(role, action),
  },
};
