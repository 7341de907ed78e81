import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** The button was hidden and the call behind it was not guarded. The list has no row for it. */
export const clerkWritesOff: Defect = {
  name: 'clerk-writes-off',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may write an invoice off',
  rules: { roleAllows: (role, action) => action.endsWith('/write-off') || roleAllows(role, action) },
};
