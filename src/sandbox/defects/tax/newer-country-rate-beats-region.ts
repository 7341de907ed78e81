import { taxRateInForce } from '../../rules/tax/tax-rate-in-force.ts';
import type { Defect } from '../defect.ts';

/** magento/magento2#14220 */
export const newerCountryRateBeatsRegion: Defect = {
  name: 'newer-country-rate-beats-region',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A newer rate of the country is taken before an older one of the region',
  rules: {
    taxRateInForce: (question) => {
      const own = taxRateInForce(question);
      const place = { ...question.place, region: null };
      const general = taxRateInForce({ ...question, place });
      const isRegional = own?.region !== null && own?.region !== undefined;
      return isRegional && general !== null && general.from > own.from ? general : own;
    },
  },
};
