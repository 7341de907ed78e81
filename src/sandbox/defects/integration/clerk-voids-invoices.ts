import { roleAllows } from '../../rules/platform/role-allows.ts';
import type { Defect } from '../defect.ts';

/** The button was hidden and the call behind it was not guarded. The list has no row for it. */
export const clerkVoidsInvoices: Defect = {
  name: 'clerk-voids-invoices',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: 'A clerk may void an invoice',
  rules: { roleAllows: (role, action) => action.endsWith('/void') || roleAllows(role, action) },
};
