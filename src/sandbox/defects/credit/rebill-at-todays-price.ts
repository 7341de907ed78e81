import { parseMoney } from '../../../model/money.ts';
import type { StoredLine } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import { planVersions } from '../../store/catalog.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const rebillAtTodaysPrice: Defect = {
  name: 'rebill-at-todays-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'An invoice that is billed again asks the price of today',
  procedures: {
    linesToRebill: (context, rebilled) =>
      linesToRebill(context, rebilled).map((line) => repriced(context, line, rebilled.invoice.currency)),
  },
};

function repriced(context: Context, line: StoredLine, currency: string): StoredLine {
  const today = todayOf(context.store, context.tenantId);
  const latest = planVersions(context, line.plan ?? '')
    .filter((version) => version.effectiveFrom <= today)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  const price = latest?.charges.find(({ code }) => code === line.charge)?.price;
  return price?.kind === 'flat' ? { ...line, net: parseMoney(price.amount, currency).amountMinor } : line;
}
