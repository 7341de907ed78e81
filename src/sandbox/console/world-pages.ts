import type { Tenant } from '../store/tenants.ts';
import { escapeHtml } from './escape-html.ts';
import { consolePath, page, table } from './page.ts';

/** The way in: every world that this sandbox holds. */
export function worldsPage(tenants: readonly Tenant[]): string {
  const rows = tenants.map(({ id, name, runId }) => [
    `<a href="${consolePath(id)}">${escapeHtml(name)}</a>`,
    escapeHtml(runId),
  ]);
  const columns = [{ name: 'World' }, { name: 'Run' }];
  return page({ title: 'Billing worlds', tenantId: null, body: table('Worlds', columns, rows) });
}

/** The day of a world, and the buttons that move it on. */
export function clockPage(tenant: Tenant, today: string): string {
  const at = consolePath(tenant.id);
  const button = (step: string, words: string) =>
    `<form method="post" action="${at}/clock/${step}"><button>${words}</button></form>`;
  return page({
    title: `Clock of ${tenant.name}`,
    tenantId: tenant.id,
    body: `<p>Today is <strong data-field="today">${today}</strong>. Moving on bills everything that falls due on the way; the
clock never goes back.</p>
${button('day', 'On to the next day')}
${button('month', 'On to the first of the next month')}`,
  });
}
