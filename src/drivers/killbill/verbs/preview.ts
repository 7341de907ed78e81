import type { LocalDate } from '../../../model/date.ts';
import type { InvoiceVerbs } from '../../../target/verbs/invoice.ts';
import { after } from '../preview/months.ts';
import { previewPeriods } from '../preview/periods.ts';
import { previewProration } from '../preview/proration.ts';
import { previewRating } from '../preview/rating.ts';
import type { PreviewPlace } from '../preview/trial-account.ts';
import { refuse } from '../refuse.ts';
import type { WorldState } from '../world-state.ts';

/** Each question is put to an account of its own, by a dry run. */
export function previewVerbs(
  { clock, customers }: WorldState,
  place: PreviewPlace,
): Pick<InvoiceVerbs, 'preview'> {
  /** A dry run tells all that lies behind it, and little of what lies ahead. Who has customers keeps his day. */
  const visit = async (day: LocalDate) => {
    if (customers.size === 0) await clock.visit(day);
  };
  return {
    preview: async (calculation) => {
      await clock.takeTurn();
      switch (calculation.kind) {
        case 'rating':
          return previewRating(place, clock.today, calculation);
        case 'proration':
          await visit(calculation.whole.to);
          return previewProration(place, calculation);
        case 'periods':
          await visit(after(calculation.start, calculation.interval, calculation.count));
          return previewPeriods(place, calculation);
        default:
          return refuse(`preview.${calculation.kind}`, `a question of kind ${calculation.kind}`);
      }
    },
  };
}
