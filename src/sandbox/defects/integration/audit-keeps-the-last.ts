import { insertAudit } from '../../store/audit.ts';
import type { Defect } from '../defect.ts';

/** The entry was written over by its key. The list has no row for it. */
export const auditKeepsTheLast: Defect = {
  name: 'audit-keeps-the-last',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'critical',
  title: 'Of several changes of one thing the trail keeps only the last',
  procedures: {
    recordAudit: (context, entry) => {
      context.store.run(
        'DELETE FROM audit_entries WHERE tenant = ? AND object = ?',
        context.tenantId,
        entry.objectId,
      );
      insertAudit(context, entry);
    },
  },
};
