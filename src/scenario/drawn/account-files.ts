import { exportKinds } from '../../model/billing/export.ts';
import { addDays } from '../../model/date.ts';
import { moneyOf } from '../../model/money.ts';
import { refusalOf } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { expectExportsAgree } from '../exports.ts';
import { expectDocumentAgrees } from '../pdf/invoice-document.ts';
import { accountShown, expectSameAccount } from '../situations/account-shown.ts';
import type { OpenContract } from '../situations/open-contract.ts';
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
  await refundDaysLater(world, contract);
  const timeZone = castMember(name)?.timeZone ?? 'UTC';
  await expectExportsAgree(world, session, [{ customerId, name, timeZone }]);
  await expectAllOutlastsUpgrade(world, contract);
  for (const invoice of await session.invoices(customerId))
    expectDocumentAgrees(world, await session.invoicePdf(invoice.id), { invoice, name });
}

/** So that there is a day between what came and what went back, whatever was drawn. */
async function refundDaysLater(world: World, { session, customerId }: OpenContract): Promise<void> {
  await session.advanceTo(addDays(await session.today(), 3));
  const paid = (await session.payments(customerId)).filter(({ status }) => status === 'succeeded');
  for (const { id: paymentId, amount } of paid) {
    const wish = { key: `${world.checkId}-${paymentId}`, paymentId, amount: { ...amount, amountMinor: 1n } };
    if ((await refusalOf(session.refund(wish))) === 'accepted') return;
  }
}

/** A new version of the target keeps what was written, to the last cell. */
export async function expectAllOutlastsUpgrade(world: World, contract: OpenContract): Promise<void> {
  if (!world.can('upgrade')) return;
  const { session } = contract;
  const files = () => Promise.all(exportKinds.map(async (kind) => [kind, await session.exported(kind)]));
  const [filesBefore, before] = [await files(), await accountShown(world, contract)];
  await session.upgradeData();
  expectSameAccount(world, 'after an upgrade', [before, await accountShown(world, contract)]);
  world.expectEqual('files after the upgrade', filesBefore, await files());
}
