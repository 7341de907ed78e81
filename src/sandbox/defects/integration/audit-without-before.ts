import { insertAudit } from '../../store/audit.ts';
import type { Defect } from '../defect.ts';

/** The state was read after the change only. The list has no row for it. */
export const auditWithoutBefore: Defect = {
  name: 'audit-without-before',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'minor',
  title: 'The trail does not say what a thing was before it was changed',
  procedures: { recordAudit: (context, entry) => insertAudit(context, { ...entry, before: entry.after }) },
};
