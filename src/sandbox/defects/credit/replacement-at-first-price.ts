import { parseMoney } from '../../../model/money.ts';
import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const replacementAtFirstPrice: Defect = {
  name: 'replacement-at-first-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'credit',
  effect: 'under-billed',
  severity: 'major',
  title: 'An invoice that is billed again asks what the plan cost when it was new',
  procedures: {
    linesToRebill: (context, rebilled) =>
      linesToRebill(context, rebilled).map((line) => {
        const [first] = planVersions(context, line.plan ?? '');
        const price = first?.charges.find(({ code }) => code === line.charge)?.price;
        if (price?.kind !== 'flat') return line;
        return { ...line, net: parseMoney(price.amount, rebilled.invoice.currency).amountMinor };
      }),
  },
};
