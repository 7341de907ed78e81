import { describe, expect, it } from 'vitest';
import { standardProcedures } from '../procedures/index.ts';
import { standardRules } from '../rules/index.ts';
import { TestWorld } from '../test-world.ts';
import type { Defect } from './defect.ts';
import { defectNamed, defects } from './index.ts';
import { moneyWitnesses } from './witnesses/money-witnesses.ts';
import { serviceWitnesses } from './witnesses/service-witnesses.ts';
import type { Witness } from './witnesses/witness.ts';

const witnesses: Readonly<Record<string, Witness>> = { ...serviceWitnesses, ...moneyWitnesses };

describe('each defect', () => {
  it('has a witness, a name of its own and at least one replaced entry', () => {
    expect(Object.keys(witnesses).toSorted()).toEqual(defects.map((defect) => defect.name).toSorted());
    for (const defect of defects) {
      expect(replaced(defect), defect.name).toBeGreaterThan(0);
      expect(defect.row.split('-')[0], defect.name).toBe(defect.family);
    }
    expect(new Set(defects.map((defect) => defect.family)).size).toBeGreaterThanOrEqual(8);
  });

  it.each(defects.map((defect) => defect.name))(
    '%s changes what its witness sees, and only it does',
    async (name) => {
      const witness = witnesses[name];
      if (witness === undefined) throw new Error(`no witness for ${name}`);
      expect(await outcome(witness, null)).toEqual(witness.right);
      expect(await outcome(witness, defectNamed(name))).toEqual(witness.wrong);
    },
  );

  it('leaves no trace of its name in what the service says of itself', async () => {
    for (const defect of defects) {
      await using world = await TestWorld.open('2026-01-01', defect);
      for (const url of ['/v1/describe', '/openapi.json', '/v1/nowhere']) {
        const { text, headers } = await world.call('GET', url);
        expect(`${text} ${JSON.stringify(headers)}`).not.toContain(defect.name);
      }
    }
  });
});

it('answers the description of the healthy sandbox whatever its engine is made of', async () => {
  const told = [];
  for (const defect of [null, ...defects]) {
    await using world = await TestWorld.open('2026-01-01', defect);
    told.push((await world.call('GET', '/v1/describe')).text);
  }
  expect(new Set(told).size).toBe(1);
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

async function outcome(witness: Witness, defect: Defect | null): Promise<unknown> {
  await using world = await TestWorld.open(witness.today, defect);
  return await witness.look(world);
}
