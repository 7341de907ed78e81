import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { unheard } from '../../channel/client.ts';
import { driver } from '../../drivers/sandbox.ts';
import { defectNamed } from '../../sandbox/defects/index.ts';
import { withinScenario } from '../../scenario/ambient.ts';
import { exampleOf } from '../../scenario/drawn/example-of-history.ts';
import { generatedHistories } from '../../scenario/drawn/generated-history.ts';
import { openWorld } from '../../scenario/world.ts';
import { openCrew } from '../crew.ts';
import { openResidentSandbox } from './resident-sandbox.ts';

const packageDir = resolve(import.meta.dirname, '../../..');
const told = ['flat-fee-times-quantity', 'advance-fee-deferred'] as const;
const usualLoad = { seconds: 0, ratesPerSecond: {}, limitsMs: {} };

/** What a reader of the failed check gets, under the name of the defect. */
async function exampleUnder(name: string): Promise<string> {
  const sandbox = await openResidentSandbox(defectNamed(name));
  const { profile, capabilities } = sandbox.description;
  const target = { driver: 'sandbox', url: sandbox.url, options: {}, profile, capabilities };
  const dirs = { projectDir: packageDir, packageDir, phaseDir: packageDir };
  const run = { phase: 'integration', runId: 'told', part: 1, seed: 1, chromium: null } as const;
  const configuration = { ...run, ...dirs, target, load: usualLoad };
  try {
    return await withinScenario({ driver, channel: unheard(), configuration }, async () => {
      const [history] = generatedHistories({ seed: 1, salt: 'told', count: 1 });
      if (history === undefined) throw new RangeError('nobody was drawn');
      const world = await openWorld(`told-${name}`);
      const text = await exampleOf(world, history);
      await world.close();
      return text.replace(/Scenario: .*/, `Scenario: ${name}`);
    });
  } finally {
    await sandbox.close();
  }
}

test('an example that a failed check tells is a feature: right on a sound system, wrong again under its defect', async () => {
  const examples = [];
  for (const name of told) examples.push(await exampleUnder(name));
  for (const example of examples) expect(example).not.toContain('# Our steps cannot say');
  const projectDir = mkdtempSync(join(tmpdir(), 'told-'));
  try {
    mkdirSync(join(projectDir, 'features'));
    const file = join(projectDir, 'features', 'told.feature');
    writeFileSync(file, `Feature: Told\n\n  Rule: Each of them is told\n\n${examples.join('\n\n')}\n`);
    const setup = { projectDir, packageDir, files: { uat: [file] }, defectsDir: null, chromium: null };
    const crew = await openCrew({ workers: 1, setup });
    try {
      expect(crew.loaded.faults).toEqual([]);
      expect(crew.loaded.checks.map(({ titlePath }) => titlePath.at(-1))).toEqual(told);
      const ids = crew.loaded.checks.map(({ id }) => id);
      const play = async (defect: string | null, checks: readonly string[]) =>
        (await crew.play({ defect, seed: 1, checks, until: 'end' })).checks.map(({ kind }) => kind);
      expect(await play(null, ids)).toEqual(['passed', 'passed']);
      for (const [index, name] of told.entries())
        expect(await play(name, ids.slice(index, index + 1)), name).toEqual(['finding']);
    } finally {
      await crew.close();
    }
  } finally {
    rmSync(projectDir, { recursive: true });
  }
});
