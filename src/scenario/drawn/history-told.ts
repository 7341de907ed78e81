import { expectFilesAgree } from '../exports.ts';
import { expectDocumentAgrees } from '../pdf/invoice-document.ts';
import { openWebhookReceiver } from '../webhook-receiver.ts';
import type { World } from '../world.ts';
import { expectAllOutlastsUpgrade } from './account-files.ts';
import { expectToldOnce } from './account-news.ts';
import { transfer } from './acts-of-money.ts';
import { firstDay } from './customer-history.ts';
import { generatedHistories } from './generated-history.ts';
import { playWithMoney } from './history-with-money.ts';

/** What is drawn of the documents: to make one takes far longer than to bill it. */
const documentsMax = 4;

/** Whatever a customer bought and paid, files say the same of it as the target itself, and others were told of it once. */
export async function expectHistoryTold(world: World, salt: string): Promise<void> {
  const histories = generatedHistories({ seed: world.seed, salt, count: 1 });
  const receiver = await openWebhookReceiver();
  try {
    const session = await world.target(firstDay(histories));
    const secret = await session.registerWebhook(receiver.url);
    const lives = await playWithMoney(world, { session, histories, salt, bills: 'changed' });
    for (const life of lives.values()) {
      const { name, contract, faker, started } = life;
      const { customerId } = contract;
      await transfer(life);
      await expectToldOnce(world, contract, { receiver, secret, started });
      const timeZone = histories.find((one) => one.name === name)?.billing.timeZone ?? 'UTC';
      await expectFilesAgree(world, {
        session,
        customers: [{ customerId, name, timeZone }],
        mayBeEmpty: ['payments'],
      });
      await expectAllOutlastsUpgrade(world, contract);
      const invoices = await session.invoices(customerId);
      for (const invoice of faker.helpers.arrayElements(invoices, documentsMax))
        expectDocumentAgrees(world, await session.invoicePdf(invoice.id), { invoice, name });
    }
  } finally {
    await receiver.close();
  }
}
