import { deliverySignature } from '../../rules/platform/delivery-signature.ts';
import type { Defect } from '../defect.ts';

/** What is signed was made from the parsed event, with other white space. The list has no row for it. */
export const signatureOfAnotherBody: Defect = {
  name: 'signature-of-another-body',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'The signature covers the event as it was written anew, not the bytes that are sent',
  rules: {
    deliverySignature: (secret, { unixSeconds, body }) =>
      deliverySignature(secret, { unixSeconds, body: JSON.stringify(JSON.parse(body), null, 2) }),
  },
};
