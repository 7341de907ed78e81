import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** The button was hidden and the call behind it was not guarded. The list has no row for it. */
export const clerkGivesCredit: Defect = {
  name: 'clerk-gives-credit',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may give a credit note',
  rules: { roleAllows: (role, action) => action.endsWith('/credit-notes') || roleAllows(role, action) },
};
