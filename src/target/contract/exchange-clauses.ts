import { addDays } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, flatPlan, newCustomer, subscribe } from './starting-point.ts';

const usd = { from: 'EUR', to: 'USD', source: 'ECB' } as const;

/** Books in dollars, customers who pay in euros. */
export const exchangeClauses: readonly ContractClause[] = [
  {
    promise: 'values postings in the currency of the books, at a rate with its source and its day',
    needs: ['price.flat', 'legal-entity', 'ledger', 'exchange-rates'],
    verify: async (world) => {
      const session = await world.open('exchange', firstDay);
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'exchange-customer');
      const entity = { key: 'us', name: 'Acme Inc.', numberPrefix: 'US-', currency: 'USD' };
      await session.createLegalEntity(entity);
      await session.assignToEntity(customer.id, 'us');
      await session.setExchangeRate({ ...usd, rate: '1.1', effectiveFrom: addDays(firstDay, -1) });
      await requireRefusal('another rate for the same day', () =>
        session.setExchangeRate({ ...usd, rate: '1.2', effectiveFrom: addDays(firstDay, -1) }),
      );
      await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const values = await session.bookValues(customer.id);
      const owed = values.find(({ account }) => account === 'receivables');
      requireThat(owed !== undefined, 'book values: found none of receivables, expected one.');
      requireMoney('EUR 30.00 at 1.1', owed.amount, parseMoney('33.00', 'USD'));
      requireThat(
        owed.rate?.source === 'ECB' && owed.rate.rate === '1.1',
        `the rate: found ${JSON.stringify(owed.rate)}, expected 1.1 of ECB.`,
      );
    },
  },
];
