import type { LocalDate } from '../../../model/date.ts';
import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import { rateOfDay } from '../../procedures/ledger/exchange-rates.ts';
import type { Defect } from '../defect.ts';

/** Finance enters rates on the first, it was thought. The list has no row for it. */
export const draftValuedAtFirstOfMonth: Defect = {
  name: 'draft-valued-at-first-of-month',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'An invoice that waited to be read is valued at the rate of the first day of its month',
  procedures: {
    finaliseDraft: (context, finalising) => {
      const ofMonth: typeof rateOfDay = (within, question) =>
        rateOfDay(within, { ...question, day: `${question.day.slice(0, 7)}-01` as LocalDate });
      return finaliseDraft(
        { ...context, procedures: { ...context.procedures, rateOfDay: ofMonth } },
        finalising,
      );
    },
  },
};
