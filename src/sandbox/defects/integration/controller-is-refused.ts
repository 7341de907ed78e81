import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** Only administrators passed the check. The list has no row for it. */
export const controllerIsRefused: Defect = {
  name: 'controller-is-refused',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'A controller is refused what he is there to approve',
  rules: { roleAllows: (role, action) => roleAllows(role === 'controller' ? 'clerk' : role, action) },
};
