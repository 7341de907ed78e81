import { surplusPostings } from '../../rules/ledger/collection-postings.ts';
import type { Defect } from '../defect.ts';

/** A float of 32 bits holds seven digits. The list has no row for it. */
export const surplusBookedAsFloat: Defect = {
  name: 'surplus-booked-as-float',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Great amounts that are paid too much are booked a few cents off',
  rules: {
    surplusPostings: (amountMinor) => surplusPostings(BigInt(Math.fround(Number(amountMinor)))),
  },
};
