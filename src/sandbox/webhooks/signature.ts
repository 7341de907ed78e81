import { createHmac } from 'node:crypto';

export const signatureHeader = 'sandbox-signature';

/** Signs the moment and the exact body, so that neither can be changed nor sent again much later. */
export function signDelivery(
  secret: string,
  delivery: { readonly unixSeconds: number; readonly body: string },
): string {
  const mac = createHmac('sha256', secret).update(`${delivery.unixSeconds}.${delivery.body}`).digest('hex');
  return `t=${delivery.unixSeconds},v1=${mac}`;
}
