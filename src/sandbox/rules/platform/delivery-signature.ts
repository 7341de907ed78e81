import { createHmac } from 'node:crypto';

export interface SignableDelivery {
  readonly unixSeconds: number;
  /** The bytes that are sent, to the last one. */
  readonly body: string;
}

/** Signs the moment and the exact body, so that neither can be changed nor sent again much later. */
export function deliverySignature(secret: string, delivery: SignableDelivery): string {
  const mac = createHmac('sha256', secret).update(`${delivery.unixSeconds}.${delivery.body}`).digest('hex');
  return `t=${delivery.unixSeconds},v1=${mac}`;
}
