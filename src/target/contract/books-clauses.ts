import { moneyAmount } from '../../model/money.ts';
import { type ContractClause, requireThat } from './clause.ts';
import { startingPoint } from './starting-point.ts';

/** What others are given of the books. */
export const booksClauses: readonly ContractClause[] = [
  {
    promise:
      'hands out every invoice, line and entry as a row of a file, with the columns that are asked for',
    needs: ['price.flat', 'ledger', 'export'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'export');
      const [invoice] = await session.invoices(customer.id);
      const [row, ...more] = await session.exported('invoices');
      requireThat(
        invoice !== undefined && row?.['id'] === invoice.id && more.length === 0,
        `the file of invoices: found ${JSON.stringify(row)} and ${more.length} more, expected the one invoice.`,
      );
      requireThat(
        row['total'] === moneyAmount(invoice.total),
        `its total: found ${row['total']}, expected ${moneyAmount(invoice.total)}.`,
      );
      const lines = await session.exported('invoice-lines');
      const entries = await session.exported('ledger');
      requireThat(
        lines.length === invoice.lines.length && entries.length >= 2,
        `the other files: found ${lines.length} lines and ${entries.length} entries.`,
      );
    },
  },
];
