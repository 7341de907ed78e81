import { type ContractClause, requireRefusal, requireThat } from './clause.ts';
import { firstDay, startingPoint } from './starting-point.ts';

/** Who may do what, who did what, under whose name and number, and what becomes of stored data. */
export const accessClauses: readonly ContractClause[] = [
  {
    promise: 'gives a user of a role the same world, and refuses a clerk what a controller approves',
    needs: ['price.flat', 'roles', 'period-close'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'roles');
      const clerk = await session.asUser({ name: 'Cleo', role: 'clerk' });
      const seen = (await clerk.invoices(customer.id)).length;
      requireThat(seen === 1, `invoices that a clerk sees: found ${seen}, expected 1.`);
      await requireRefusal('a clerk who closes a month', () => clerk.closePeriod(firstDay));
      await clerk.close();
      requireThat(
        (await session.today()) === firstDay,
        'the world after its user has gone: found another day.',
      );
    },
  },
  {
    promise: 'writes down who changed what',
    needs: ['price.flat', 'audit-trail', 'subscription.cancel'],
    verify: async (world) => {
      const { session, subscription } = await startingPoint(world, 'audit');
      const { length } = await session.auditTrail();
      await session.cancel(subscription.id, { kind: 'period-end' });
      const [entry, ...more] = (await session.auditTrail()).slice(length);
      requireThat(
        entry?.objectId === subscription.id && more.length === 0,
        `the trail of a cancellation: found ${JSON.stringify(entry)}, expected one entry of the subscription.`,
      );
    },
  },
  {
    promise: 'refuses a change of a version that somebody else changed already',
    needs: ['price.flat', 'customer.versions'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'version');
      const read = await session.customerName(customer.id);
      await session.renameCustomer(customer.id, { ...read, name: 'First' });
      await requireRefusal('a change of an older version', () =>
        session.renameCustomer(customer.id, { ...read, name: 'Second' }),
      );
    },
  },
  {
    promise: 'numbers the invoices of each legal entity by themselves',
    needs: ['price.flat', 'legal-entity'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'entity');
      await session.createLegalEntity({ key: 'at', name: 'Wien', numberPrefix: 'AT-', currency: 'EUR' });
      await session.assignToEntity(customer.id, 'at');
      const plan = 'contract-flat';
      const order = { customerId: customer.id, plan, start: firstDay, quantity: '1' } as const;
      await session.subscribe({ ...order, key: 'contract-entity', billing: 'anniversary' });
      const numbers = (await session.invoices(customer.id)).map(({ number }) => number);
      requireThat(
        numbers.at(-1)?.startsWith('AT-') === true && numbers[0]?.startsWith('AT-') === false,
        `numbers before and after: found ${numbers.join(', ')}, expected another series after.`,
      );
    },
  },
  {
    promise: 'leaves every document as it was when its data is upgraded, and says how much it reads',
    needs: ['price.flat', 'upgrade', 'effort'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'upgrade');
      const [before] = await session.invoices(customer.id);
      await session.upgradeData();
      const [after, ...more] = await session.invoices(customer.id);
      requireThat(
        more.length === 0 &&
          before?.number === after?.number &&
          before?.total.amountMinor === after?.total.amountMinor,
        `the invoice after the upgrade: found ${after?.number}, expected ${before?.number} as it was.`,
      );
      requireThat(
        (await session.rowsRead()) > 0,
        'rows read: found none, expected what the calls above took.',
      );
    },
  },
  {
    promise: 'lists what became of each notification',
    needs: ['webhook', 'webhook.log'],
    verify: async (world) => {
      const session = await world.open('webhook-log', firstDay);
      const log = await session.webhookLog();
      requireThat(log.length === 0, `notifications of a new world: found ${log.length}, expected none.`);
    },
  },
  {
    promise: 'tells everything again on command, and nobody when there is nobody to tell',
    needs: ['price.flat', 'webhook.drill'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'drill');
      await session.loseDeliveries(0);
      await session.redeliver('reversed');
      const { length } = await session.invoices(customer.id);
      requireThat(length === 1, `invoices after telling again: found ${length}, expected 1 as before.`);
    },
  },
];
