import { settledByNote } from '../../rules/credit/credit-note-amounts.ts';
import type { Defect } from '../defect.ts';

/** killbill/killbill#590: what happens to an invoice after its write-off should give no credit. Our own, too, until 23 November 2026. */
export const noteGivesWhatWasGivenUp: Defect = {
  name: 'note-gives-what-was-given-up',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'A credit note on an invoice that was written off gives the customer what he never paid',
  rules: { settledByNote: (use) => settledByNote({ ...use, writtenOff: 0n }) },
};
