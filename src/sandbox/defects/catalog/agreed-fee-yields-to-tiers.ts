import { agreedPrice } from '../../rules/catalog/agreed-price.ts';
import type { Defect } from '../defect.ts';

/** Tiers of the list were joined to whatever was agreed. The list has no row for it. */
export const agreedFeeYieldsToTiers: Defect = {
  name: 'agreed-fee-yields-to-tiers',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'A flat price that was agreed gives way to tiers on the list',
  rules: {
    agreedPrice: (question) => {
      const own = agreedPrice(question);
      return own.kind === 'flat' && 'tiers' in question.listed ? question.listed : own;
    },
  },
};
