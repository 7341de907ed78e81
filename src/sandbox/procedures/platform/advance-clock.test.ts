import { expect, test } from 'vitest';
import type { Defect } from '../../defects/defect.ts';
import { TestWorld } from '../../test-world.ts';

const nothingClaimed: Defect = {
  name: 'nothing-claimed',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'critical',
  title: 'A bill run that claims nothing leaves everything due for ever',
  procedures: { claimItems: () => [] },
};

test('the clock comes to its day also when what falls due is never claimed', async () => {
  await using world = await TestWorld.open('2026-01-01', nothingClaimed);
  await world.publish('basic', [
    { kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '10.00' } },
  ]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'basic');
  await world.advance('2026-03-15');
  const { today } = await world.ok<{ today: string }>('GET', '/v1/clock');
  expect(today).toBe('2026-03-15');
  expect(await world.invoices(customerId)).toEqual([]);
});
