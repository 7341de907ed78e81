import { z } from 'zod';
import { moneyAmount, zeroMoney } from '../../../model/money.ts';
import { TargetAnswerInvalid } from '../../../target/session.ts';
import type { ChargeVerbs } from '../../../target/verbs/charge.ts';
import { oneInvoice } from '../list-invoices.ts';
import { jsonNumber } from '../lossless-json.ts';
import { readInvoice } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';

const operation = 'invoice.charge';
const chargesAnswer = z.array(z.object({ invoiceId: z.string() }));

export function chargeVerbs(state: WorldState): ChargeVerbs {
  const { calls, clock } = state;
  return {
    charge: async ({ customerId, text, amount, date }) => {
      await clock.takeTurn();
      const query = new URLSearchParams({ requestedDate: date, autoCommit: 'true' });
      const [charged] = await calls.posted(
        {
          operation,
          path: `/1.0/kb/invoices/charges/${encodeURIComponent(customerId)}?${query}`,
          body: [
            {
              accountId: customerId,
              description: text,
              amount: jsonNumber(moneyAmount(amount)),
              currency: amount.currency,
            },
          ],
        },
        chargesAnswer,
      );
      if (charged === undefined)
        throw new TargetAnswerInvalid({ operation, status: 200, answer: 'no charge' });
      await clock.settle();
      const invoice = await oneInvoice(state, charged.invoiceId);
      return readInvoice(invoice, state, zeroMoney(invoice.currency));
    },
  };
}
