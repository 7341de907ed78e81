import { describe, expect, it } from 'vitest';
import { standardProcedures } from '../procedures/index.ts';
import { standardRules } from '../rules/index.ts';
import { TestWorld } from '../test-world.ts';
import type { Defect } from './defect.ts';
import { defects } from './index.ts';
import { witnesses } from './witnesses/index.ts';

describe('each defect', () => {
  it('has a witness, a name of its own and at least one replaced entry', () => {
    expect(Object.keys(witnesses).toSorted()).toEqual(defects.map((defect) => defect.name).toSorted());
    for (const defect of defects) {
      expect(replaced(defect), defect.name).toBeGreaterThan(0);
      expect(defect.row.split('-')[0], defect.name).toBe(defect.family);
    }
    expect(new Set(defects.map((defect) => defect.family)).size).toBeGreaterThanOrEqual(8);
  });

  it('is not named by the interface that it breaks', async () => {
    await using sound = await TestWorld.open('2026-01-01');
    const interfaceOf = async (world: TestWorld) => (await world.call('GET', '/openapi.json')).text;
    const [first] = defects;
    if (first === undefined) throw new Error('no defect');
    await using broken = await TestWorld.open('2026-01-01', first);
    expect(await interfaceOf(broken)).toBe(await interfaceOf(sound));
  });
});

function replaced(defect: Defect): number {
  const rules = Object.entries(defect.rules ?? {}).filter(
    ([name, rule]) => Reflect.get(standardRules, name) !== rule,
  );
  const procedures = Object.entries(defect.procedures ?? {}).filter(
    ([name, procedure]) => Reflect.get(standardProcedures, name) !== procedure,
  );
  return rules.length + procedures.length;
}
