import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { canonicalDecimal } from '../../model/decimal.ts';
import { formatMoney } from '../../model/money.ts';
import type { BilledHistory } from '../billed-history.ts';
import type { World } from '../world.ts';

/** What coupons and taxes made of an invoice, down to each line. */
function reductions(invoice: Invoice | null | undefined): unknown {
  if (invoice === null || invoice === undefined) return 'none';
  const shares = (invoice.discounts ?? []).map(({ code, amount }) => `${code} ${formatMoney(amount)}`);
  const taxes = (invoice.taxes ?? []).map(
    ({ ratePercent, treatment, base, tax }) =>
      `${treatment} ${canonicalDecimal(ratePercent)} % of ${formatMoney(base)}: ${formatMoney(tax)}`,
  );
  const lines = invoice.lines.map(({ charge, net, tax, discount = null }) =>
    [charge, formatMoney(net), discount === null ? '' : formatMoney(discount), formatMoney(tax)].join(' '),
  );
  const { subtotal, discount, tax, total } = invoice;
  return { shares, taxes, lines: lines.sort(), sums: [subtotal, discount, tax, total].map(formatMoney) };
}

/** Looks three times at what the day will bring, and then at what it brought. */
export async function expectQuoted(
  world: World,
  { session, customer }: BilledHistory,
  date: LocalDate,
): Promise<void> {
  const previews = [];
  for (let repeat = 0; repeat < 3; repeat += 1)
    previews.push(await session.previewInvoice(customer.customerId, date));
  await session.advanceTo(date);
  const invoices = await session.invoices(customer.customerId);
  const invoice = invoices.find(({ issueDate }) => issueDate === date);
  world.expectThat(invoice !== undefined, `Found no invoice of ${date}, so no preview was compared.`);
  const issued = reductions(invoice);
  for (const preview of previews)
    world.expectEqual(`preview for ${date} against the invoice`, issued, reductions(preview));
}
