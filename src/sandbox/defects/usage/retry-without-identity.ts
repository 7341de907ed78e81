import { newId } from '../../new-id.ts';
import type { Defect } from '../defect.ts';

/** Events got an identifier when they arrived instead of when they happened. */
export const retryWithoutIdentity: Defect = {
  name: 'retry-without-identity',
  row: 'USE-16',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A usage event that is sent again counts again',
  rules: { usageKey: () => newId('use') },
};
