import { type ContractClause, requireThat } from './clause.ts';
import { firstDay, flatPlan, newCustomer, startingPoint, subscribe } from './starting-point.ts';

/** Nobody listens there. */
const nobody = 'http://127.0.0.1:9';

/** What happens between a target and the systems around it. */
export const neighbourClauses: readonly ContractClause[] = [
  {
    promise: 'gives a secret to whoever is to be told, and believes no delivery that it did not sign',
    needs: ['webhook'],
    verify: async (world) => {
      const session = await world.open('webhook', firstDay);
      const secret = await session.registerWebhook(nobody);
      requireThat(secret !== '', 'the secret of a webhook: found none, expected one.');
      const forged = session.readWebhook({ headers: {}, body: '{}' }, secret);
      requireThat(forged === null, 'a delivery without a signature: found an event, expected null.');
    },
  },
  {
    promise: 'says that its order source is silent, and makes up no order',
    needs: ['neighbour.orders'],
    verify: async (world) => {
      const session = await world.open('orders', firstDay);
      await session.connectNeighbour({ kind: 'order-source', url: nobody });
      const { source, results } = await session.importOrders();
      requireThat(
        source === 'silent' && results.length === 0,
        `orders of a source that is down: found ${source} and ${results.length}, expected silent and none.`,
      );
    },
  },
  {
    promise: 'keeps postings for an accounting that is down',
    needs: ['price.flat', 'ledger', 'neighbour.accounting'],
    verify: async (world) => {
      const { session } = await startingPoint(world, 'accounting');
      await session.connectNeighbour({ kind: 'accounting', url: nobody });
      const { taken, open } = await session.handOverPostings();
      requireThat(
        taken === 0 && open > 0,
        `postings of one invoice: found ${taken} taken and ${open} open, expected none taken, some open.`,
      );
    },
  },
  {
    promise: 'issues no invoice while the tax engine that it asks does not answer',
    needs: ['price.flat', 'neighbour.tax-engine'],
    verify: async (world) => {
      const session = await world.open('tax-engine', firstDay);
      await session.connectNeighbour({ kind: 'tax-engine', url: nobody });
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'tax-engine-customer');
      await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const { length } = await session.invoices(customer.id);
      requireThat(length === 0, `invoices whose tax nobody knows: found ${length}, expected none yet.`);
    },
  },
  {
    promise: 'counts the requests that it has seen',
    needs: ['price.flat', 'request-log'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'request-log');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to read.');
      const before = await session.requestCount('invoice.read');
      await session.invoice(invoice.id);
      const more = (await session.requestCount('invoice.read')) - before;
      requireThat(more >= 1, `requests counted for reading one invoice: found ${more}, expected 1 or more.`);
    },
  },
];
