import { exportKinds } from '../../model/billing/export.ts';
import { moneyOf } from '../../model/money.ts';
import type { BillingSession } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { expectExportsAgree } from '../exports.ts';
import { expectDocumentAgrees } from '../pdf/invoice-document.ts';
import type { World } from '../world.ts';
import { liveThroughAll } from './account-life.ts';
import { beginLife } from './begin-life.ts';

/** Whatever came of a life, files tell the same of it as the target itself. */
export async function expectLifeInFiles(world: World, salt: string, currency: string): Promise<void> {
  const life = await beginLife(world, { salt, currency });
  const { name, contract } = life;
  const { session, customerId } = contract;
  // So that the file of payments has a row, whatever is drawn.
  const [first] = await session.invoices(customerId);
  const amount = moneyOf(1n, currency);
  await session.pay({ key: `${world.checkId}-first`, invoiceId: first?.id ?? '', amount });
  await liveThroughAll(life);
  const timeZone = castMember(name)?.timeZone ?? 'UTC';
  await expectExportsAgree(world, session, [{ customerId, name, timeZone }]);
  await expectFilesOutlastUpgrade(world, session);
  for (const invoice of await session.invoices(customerId))
    expectDocumentAgrees(world, await session.invoicePdf(invoice.id), { invoice, name });
}

/** A new version of the target keeps what was written, to the last cell. */
async function expectFilesOutlastUpgrade(world: World, session: BillingSession): Promise<void> {
  if (!world.can('upgrade')) return;
  const files = () => Promise.all(exportKinds.map(async (kind) => [kind, await session.exported(kind)]));
  const before = await files();
  await session.upgradeData();
  world.expectEqual('files after the upgrade', before, await files());
}
