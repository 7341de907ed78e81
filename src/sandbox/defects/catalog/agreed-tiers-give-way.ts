import { agreedPrice } from '../../rules/catalog/agreed-price.ts';
import type { Defect } from '../defect.ts';

/** killbill/killbill#2066 */
export const agreedTiersGiveWay: Defect = {
  name: 'agreed-tiers-give-way',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'A price with tiers or packages that was agreed gives way to the list',
  rules: {
    agreedPrice: (question) => {
      const own = agreedPrice(question);
      return ['graduated', 'volume', 'package'].includes(own.kind) ? question.listed : own;
    },
  },
};
