import { givenBackOf } from '../../store/given-back.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const givenBackSeatsCountAsOne: Defect = {
  name: 'given-back-seats-count-as-one',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'Of several seats whose days were given back only those of one are no longer credited',
  procedures: {
    givenBackBefore: (context, invoiceId, line) =>
      givenBackOf(context, invoiceId, line) / BigInt(Math.max(1, Math.trunc(Number(line.quantity)))),
  },
};
