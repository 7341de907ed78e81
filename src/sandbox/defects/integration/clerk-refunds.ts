import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const clerkRefunds: Defect = {
  name: 'clerk-refunds',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may refund payments',
  rules: { roleAllows: (role, action) => action.endsWith('/refunds') || roleAllows(role, action) },
};
