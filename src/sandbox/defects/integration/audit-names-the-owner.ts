import { insertAudit } from '../../store/audit.ts';
import type { Defect } from '../defect.ts';

/** All users of an account were written down as its owner. The list has no row for it. */
export const auditNamesTheOwner: Defect = {
  name: 'audit-names-the-owner',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The trail names the account and not the person',
  procedures: { recordAudit: (context, entry) => insertAudit(context, { ...entry, user: 'owner' }) },
};
