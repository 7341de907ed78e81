import { expect, test } from 'vitest';
import type { GatewayMovement } from '../../model/billing/gateway.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import type { TargetSession } from '../../target/session.ts';
import { newWorld } from '../world.fixture.ts';
import { expectMoneyAgrees } from './money-agreement.ts';

const eur = (cents: bigint) => moneyOf(cents, 'EUR');

/** What a target says of a customer whose one invoice counts `paid` as paid. */
function found(movements: readonly GatewayMovement[], paid: Money): Promise<string> {
  const session = {
    gatewayMovements: async () => movements,
    invoices: async () => [{ paid, due: eur(0n) }],
  } as unknown as TargetSession;
  const world = newWorld({ refundWithoutAdjustment: 'leaves-invoice-paid' });
  return expectMoneyAgrees(world, { session, customerId: 'c', currency: 'EUR' }, eur(80_00n)).then(() => {
    try {
      world.verify();
      return 'nothing';
    } catch (error) {
      return String(error);
    }
  });
}

const charge: GatewayMovement = { kind: 'charge', status: 'succeeded', currency: 'EUR', amountMinor: 80_00n };

test('what invoices count as paid is compared, also of a target that leaves them paid after a refund', async () => {
  expect(await found([charge], eur(80_00n))).toBe('nothing');
  expect(await found([charge], eur(0n))).toMatch(/counted as paid: found EUR 0.00, expected EUR 80.00/);
  const refund: GatewayMovement = { ...charge, kind: 'refund', amountMinor: 10_00n };
  expect(await found([{ ...charge, amountMinor: 90_00n }, refund], eur(90_00n))).toBe('nothing');
});

test('money that moved in another currency is not passed over', async () => {
  const dollars: GatewayMovement = { ...charge, currency: 'USD' };
  expect(await found([charge, dollars], eur(80_00n))).toMatch(/moved USD of a customer who pays in EUR/);
});
