import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { ExpectationFailed } from '../../../scenario/expectation-failed.ts';
import { expectDocumentAgrees, pageCount } from '../../../scenario/pdf/invoice-document.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
/** Hardly a page of an invoice holds more. */
const mostLines = 60;

/** So many fees, of which no two are alike: 1.01 and so on. */
function planOf(count: number) {
  const fees = Array.from({ length: count }, (_, index) =>
    fee(`1.${String(index + 1).padStart(2, '0')}`, `fee-${index + 1}`),
  );
  return monthlyPlan(`plan-${count}`, fees);
}

/** The customer buys so many fees at once; the file of his invoice says all of them, on so many pages. */
async function pagesFor(world: World, { session, customerId }: OpenContract, count: number): Promise<number> {
  const plan = planOf(count);
  await session.publish(plan);
  const order = { customerId, plan: plan.plan, start, quantity: '1', billing: 'anniversary' } as const;
  await session.subscribe({ key: `${world.checkId}-${count}`, ...order });
  const invoice = (await session.invoices(customerId)).find(({ lines }) => lines.length === count);
  if (invoice === undefined)
    throw new ExpectationFailed([`Found no invoice of ${count} lines, expected that of the order.`]);
  const file = await session.invoicePdf(invoice.id);
  expectDocumentAgrees(world, file, { invoice, name: 'Acme' });
  return pageCount(file);
}

describe('The PDF of an invoice that fills its page to the last row', () => {
  check(
    'says all that the invoice says, and so does that of one with a line more, which needs a page more',
    {
      topic: 'document',
      needs: ['price.flat', 'price.several-fees', 'invoice.pdf'],
      tags: ['@document', '@edge'],
    },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: planOf(1), start });
      // How much goes on a page is the layout's own business: what just fits is searched for.
      let [fits, tooMany] = [1, mostLines];
      while (tooMany - fits > 1) {
        const middle = Math.floor((fits + tooMany) / 2);
        if ((await pagesFor(world, contract, middle)) > 1) tooMany = middle;
        else fits = middle;
      }
    },
  );
});
