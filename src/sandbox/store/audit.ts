import type { AuditEntry, Role } from '../../model/billing/user.ts';
import { localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { textOf, textOrNull } from './columns.ts';

/** There is no way to change or delete an entry but to delete the tenant with all that it has. */
export function insertAudit(context: Context, entry: AuditEntry): void {
  context.store.run(
    'INSERT INTO audit_entries (tenant, date, user, role, action, object, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    context.tenantId,
    entry.on,
    entry.user,
    entry.role,
    entry.action,
    entry.objectId,
    entry.before,
    entry.after,
  );
}

export function auditTrail(context: Context): readonly AuditEntry[] {
  return context.store
    .all('SELECT * FROM audit_entries WHERE tenant = ? ORDER BY seq', context.tenantId)
    .map((row) => ({
      on: localDate(textOf(row, 'date')),
      user: textOf(row, 'user'),
      role: textOf(row, 'role') as Role,
      action: textOf(row, 'action'),
      objectId: textOf(row, 'object'),
      before: textOrNull(row, 'before'),
      after: textOrNull(row, 'after'),
    }));
}
