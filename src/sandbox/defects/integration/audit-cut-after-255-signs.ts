import { insertAudit } from '../../store/audit.ts';
import type { Defect } from '../defect.ts';

/** A column of 255 signs; the list has no row for it. */
export const auditCutAfter255Signs: Defect = {
  name: 'audit-cut-after-255-signs',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'minor',
  title: 'Of a long change the trail keeps the first 255 signs',
  procedures: {
    recordAudit: (context, entry) =>
      insertAudit(context, { ...entry, before: cut(entry.before), after: cut(entry.after) }),
  },
};

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, 255);
}
