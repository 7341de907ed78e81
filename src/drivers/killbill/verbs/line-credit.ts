import { moneyAmount } from '../../../model/money.ts';
import { TargetRefusal } from '../../../target/session.ts';
import type { LineCreditVerbs } from '../../../target/verbs/line-credit.ts';
import { oneInvoice } from '../list-invoices.ts';
import { jsonNumber } from '../lossless-json.ts';
import { isService } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';

const operation = 'invoice.line-credit';

/** Kill Bill adjusts the item of the line; what was paid already becomes the account's credit. */
export function lineCreditVerbs(state: WorldState): LineCreditVerbs {
  const { calls, clock } = state;
  return {
    creditLine: async ({ invoiceId, line, amount }) => {
      await clock.takeTurn();
      const { accountId, items } = await oneInvoice(state, invoiceId);
      const item = items.filter(isService)[line];
      if (item === undefined) throw new TargetRefusal({ operation, status: 404, answer: `no line ${line}` });
      const { invoiceItemId } = item;
      await calls.write({
        operation,
        path: `/1.0/kb/invoices/${encodeURIComponent(invoiceId)}`,
        body: {
          accountId,
          invoiceId,
          invoiceItemId,
          amount: jsonNumber(moneyAmount(amount)),
          currency: amount.currency,
        },
      });
      await clock.settle();
    },
  };
}
