import { describe, expect, it } from 'vitest';
import { standardProcedures } from '../procedures/index.ts';
import { standardRules } from '../rules/index.ts';
import { TestWorld } from '../test-world.ts';
import type { Defect } from './defect.ts';
import { defectNamed, defects } from './index.ts';
import { channelWitnesses } from './witnesses/channel-witnesses.ts';
import { documentWitnesses } from './witnesses/document-witnesses.ts';
import { moneyWitnesses } from './witnesses/money-witnesses.ts';
import { orderWitnesses } from './witnesses/order-witnesses.ts';
import { ratingWitnesses } from './witnesses/rating-witnesses.ts';
import { serviceWitnesses } from './witnesses/service-witnesses.ts';
import type { Witness } from './witnesses/witness.ts';

const witnesses: Readonly<Record<string, Witness>> = {
  ...orderWitnesses,
  ...serviceWitnesses,
  ...ratingWitnesses,
  ...documentWitnesses,
  ...moneyWitnesses,
  ...channelWitnesses,
};

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

  it('leaves no trace of itself in what the service says of itself', async () => {
    const told = new Set<string>();
    for (const defect of [null, ...defects]) {
      await using world = await TestWorld.open('2026-01-01', defect);
      for (const url of ['/v1/describe', '/openapi.json', '/v1/nowhere']) {
        const { text, headers } = await world.call('GET', url);
        if (url === '/v1/describe') told.add(text);
        expect(`${text} ${JSON.stringify(headers)}`).not.toContain(defect?.name ?? '--defect');
      }
    }
    expect(told.size).toBe(1);
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

async function outcome(witness: Witness, defect: Defect | null): Promise<unknown> {
  await using world = await TestWorld.open(witness.today, defect);
  return await witness.look(world);
}
