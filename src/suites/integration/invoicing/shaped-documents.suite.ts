import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { addDays } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { expectDocumentAgrees } from '../../../scenario/pdf/invoice-document.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';
import { shapedInvoice, shapeStart, shapes, sumsOf } from '../../../scenario/situations/shaped-invoice.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.several-fees', 'tax', 'invoice.pdf', 'payment'] as const;
const topic = 'document' as const;
const tags = ['@document', '@edge'];

/** The file of an invoice that came to something since says what was asked for, and not what is left of it. */
async function expectFile(
  world: World,
  { session }: OpenContract,
  of: { readonly invoice: Invoice; readonly name: string },
): Promise<void> {
  expectDocumentAgrees(world, await session.invoicePdf(of.invoice.id), of);
}

for (const shape of shapes)
  describe(`The PDF of an invoice ${shape.name}`, () => {
    const shaped = [...needs, ...shape.needs] as const;
    const name = shape.customer;

    check(
      'says what was asked for, also once a part is paid',
      { topic, needs: shaped, tags },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const invoice = await nthInvoice(contract, 1);
        await expectFile(world, contract, { invoice, name });
        const amount = sumsOf(shape, ['seat']).total;
        await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount });
        await expectFile(world, contract, { invoice: await nthInvoice(contract, 1), name });
      },
    );

    check(
      'says the same once it is void, and that of the one in its place what is asked for then',
      { topic, needs: [...shaped, 'invoice.void', 'invoice.rebill'], tags },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const { session } = contract;
        const invoice = await nthInvoice(contract, 1);
        await session.advanceTo(addDays(shapeStart, 9));
        await session.voidInvoice(`${world.checkId}-void`, invoice.id);
        await expectFile(world, contract, { invoice, name });
        const wrong = invoice.lines.findIndex(({ charge }) => charge === 'seat');
        const again = await session.rebill({
          key: `${world.checkId}-again`,
          invoiceId: invoice.id,
          without: [wrong],
        });
        await expectFile(world, contract, { invoice: again, name });
      },
    );
  });
