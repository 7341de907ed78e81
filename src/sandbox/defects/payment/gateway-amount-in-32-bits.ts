import type { Defect } from '../defect.ts';

export const gatewayAmountIn32Bits: Defect = {
  name: 'gateway-amount-in-32-bits',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'What is asked of the gateway is cut to 32 bits',
  rules: { gatewayAmount: ({ amountMinor }) => BigInt.asIntN(32, amountMinor) },
};
