import { insertAudit } from '../../store/audit.ts';
import type { Defect } from '../defect.ts';

/** The column was made for subscriptions and customers. The list has no row for it. */
export const trailDoesNotSayWhichInvoice: Defect = {
  name: 'trail-does-not-say-which-invoice',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'minor',
  title: 'The trail says that somebody wrote an invoice off, and not which one',
  procedures: {
    recordAudit: (context, entry) =>
      insertAudit(context, entry.action.includes('write-off') ? { ...entry, objectId: '' } : entry),
  },
};
