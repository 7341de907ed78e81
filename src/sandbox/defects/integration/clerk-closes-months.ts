import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** The button was hidden and the call behind it was not guarded. The list has no row for it. */
export const clerkClosesMonths: Defect = {
  name: 'clerk-closes-months',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may close a month',
  rules: { roleAllows: (role, action) => action.endsWith('/periods/close') || roleAllows(role, action) },
};
