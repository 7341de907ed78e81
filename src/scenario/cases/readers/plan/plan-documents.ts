import type { RoundingPoint } from '../../../../model/billing/policy-profile.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion, type RatingQuestion } from '../../claim.ts';
import { Inexpressible } from '../../unreadable.ts';
import { type WorkedDocument, workedDocument, workedFigure } from '../document/worked-document.ts';
import { timingOf } from '../fields/timing-field.ts';
import { billsBeginning } from './first-bill.ts';

interface PaidFor {
  readonly fee: ProrationQuestion | null;
  readonly credit: ProrationQuestion | null;
  readonly usage: RatingQuestion | null;
}

interface PlanDocuments {
  readonly invoice: WorkedDocument | null;
  readonly note: WorkedDocument | null;
}

/**
 * Only of one bill that holds all there is: a fee paid in advance stands on another bill than the usage of its period. A plan
 * that ends has a credit note instead.
 */
export function planDocuments(
  open: OpenCase,
  { fee, credit, usage }: PaidFor,
  roundingPoint: RoundingPoint,
): PlanDocuments {
  const { given } = open;
  if (!['taxes', ...discountKeys].some((key) => given.has(key))) return { invoice: null, note: null };
  const isDiscounted = discountKeys.some((key) => given.has(key));
  if (fee === null && credit !== null && usage === null && !isDiscounted && hasOnlyNote(open))
    return { invoice: null, note: workedDocument(open, [credit], roundingPoint) };
  const isInAdvance = timingOf(given.object('plan'), 'advance') === 'advance';
  if (fee === null || billCount(open) > 1 || (usage !== null && isInAdvance))
    throw new Inexpressible('taxes or coupons of several bills of a plan');
  return { invoice: workedDocument(open, usage === null ? [fee] : [fee, usage], roundingPoint), note: null };
}

const discountKeys = ['coupons', 'discounts'];

/** Whether a credit note is the only document of the case but, at most, the bill with which the plan began. */
function hasOnlyNote(open: OpenCase): boolean {
  if (billCount(open) === 0) return true;
  if (!billsBeginning(open)) return false;
  const unclear = ['total', 'tax', 'net'].find((key) => open.expect.has(key));
  if (unclear === undefined) return true;
  throw new Inexpressible(`whether ${unclear} is that of the bill or of the credit note`);
}

function billCount({ steps }: OpenCase): number {
  return steps.filter(({ verb }) => verb.startsWith('bill')).length;
}

export function noteFigure(note: WorkedDocument, key: string, expected: string): Figure | null {
  const [share] = note.lines;
  if (['creditNoteTax', 'tax'].includes(key)) return workedFigure(note, 'tax', expected);
  if (['creditNote', 'creditNoteTotal', 'total'].includes(key)) return workedFigure(note, 'total', expected);
  if (!['creditNoteNet', 'net'].includes(key) || share?.kind !== 'proration') return null;
  return figureOn(share, share.currency, ({ amount }) => amount);
}
