import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestWorld } from '../../test-world.ts';
import type { Defect } from '../defect.ts';
import { witnesses } from './index.ts';
import type { Witness } from './witness.ts';

/** For tests only: what each of the defects has to show. A file for each stage, so that they are tried side by side. */
export function eachIsWitnessed(defects: readonly Defect[]): void {
  /** One for all, a tenant for each witness: a sandbox is slow to build, and tenants do not see each other. */
  let healthy: TestWorld;
  let description = '';
  beforeAll(async () => {
    healthy = await TestWorld.open('2026-01-01');
    description = (await healthy.call('GET', '/v1/describe')).text;
  });
  afterAll(() => healthy[Symbol.asyncDispose]());

  describe('each defect', () => {
    it.each(defects.map((defect) => [defect.name, defect] as const))(
      '%s changes what its witness sees, and nothing that the service says of itself',
      async (name, defect) => {
        const witness = witnesses[name];
        if (witness === undefined) throw new Error(`no witness for ${name}`);
        const sound = await TestWorld.openIn(healthy.app, witness.today);
        expect((await outcome(sound, witness)).seen).toEqual(witness.right);
        await using world = await TestWorld.open(witness.today, defect);
        const defective = await outcome(world, witness);
        expect(defective.seen).toEqual(witness.wrong);
        expect(defective.description).toBe(description);
        expect(defective.told).not.toContain(name);
      },
    );
  });
}

interface Outcome {
  readonly seen: unknown;
  /** What the service says of itself. */
  readonly description: string;
  readonly told: string;
}

async function outcome(world: TestWorld, witness: Witness): Promise<Outcome> {
  const seen = await witness.look(world);
  const answers = [];
  for (const url of ['/v1/describe', '/v1/nowhere']) answers.push(await world.call('GET', url));
  const told = answers.map(({ text, headers }) => `${text} ${JSON.stringify(headers)}`).join('\n');
  return { seen, description: answers[0]?.text ?? '', told };
}
