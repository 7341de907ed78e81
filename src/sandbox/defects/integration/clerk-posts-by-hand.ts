import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** The button was hidden and the call behind it was not guarded. The list has no row for it. */
export const clerkPostsByHand: Defect = {
  name: 'clerk-posts-by-hand',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may post into the books by hand',
  rules: { roleAllows: (role, action) => action.endsWith('/journals') || roleAllows(role, action) },
};
