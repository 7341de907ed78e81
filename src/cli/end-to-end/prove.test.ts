import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProof } from '../../journal/proof-folder.ts';
import { type Ended, hostedProject, newProject, removeProjects, tollgate } from './test-run.fixture.ts';

function module(parts: string): string {
  return `import type { Defect } from 'tollgate/defect';
import { standardRules } from 'tollgate/rules';
import { standardProcedures } from 'tollgate/procedures';

const common = { row: 'RAT', family: 'RAT', stage: 'rating', effect: 'over-billed', severity: 'minor', title: 'An incident' } as const;
${parts}`;
}

const doubled = `export const doubled: Defect = { ...common, name: 'doubled-flat-fee',
  rules: { flatAmount: (...given) => { const right = standardRules.flatAmount(...given); return { ...right, numerator: right.numerator * 2n }; } } };`;
const harmless = `export const harmless: Defect = { ...common, name: 'harmless-change',
  procedures: { readInvoice: (context, id) => standardProcedures.readInvoice(context, id) } };`;
const deadly = `export default { ...common, name: 'deadly-order', procedures: { subscribe: () => process.exit(3) } } satisfies Defect;`;

afterAll(removeProjects);

describe('What prove finds', () => {
  let dir = '';
  let ended: Ended;

  beforeAll(async () => {
    dir = await newProject(hostedProject, {
      'incidents/fees.ts': module(`${doubled}\n${harmless}`),
      'incidents/orders.ts': module(deadly),
    });
    const named = ['doubled-flat-fee', 'harmless-change', 'deadly-order', 'same-key-charges-twice'];
    ended = await tollgate(dir, ['prove', '--phase', 'uat', '--defects', 'incidents', '--defect', ...named]);
  });

  test('is told for each defect, shipped or from elsewhere, and the last line counts', () => {
    expect(ended.stdout).toMatch(/doubled-flat-fee +RAT +over-billed.*\n {2}uat: /);
    expect(ended.stdout).toMatch(/same-key-charges-twice/);
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toMatch(/^4 defects: \d caught, \d missed$/);
  });

  test('is a miss where nothing changes for anybody, and exit 1', () => {
    expect(ended.stdout).toMatch(
      /harmless-change .*\n {2}MISSED \(no check calls what it changes\): An incident/,
    );
    expect(ended.exitCode).toBe(1);
  });

  test('of a sandbox that dies is that the target does not answer', () => {
    expect(ended.stdout).toMatch(/deadly-order .*\n {2}uat over HTTP: The target does not answer/);
  });

  test('is kept, and says what it leaves out', async () => {
    const kept = /Kept in (\S+)/.exec(ended.stdout)?.[1] ?? '';
    const proof = await readProof(join(dir, kept));
    expect(proof.scope).toMatchObject({
      phases: ['uat'],
      defects: expect.arrayContaining(['harmless-change']),
    });
    expect(proof.defects.find(({ name }) => name === 'doubled-flat-fee')?.caughtBy?.way).toBe('memory');
  });
});

test('A folder of defects with a mistake is exit 78, with file and field', async () => {
  const wrong = "export const one = { ...common, name: 'a-b', rules: { flatFee: () => 1 } };";
  const dir = await newProject(hostedProject, { 'incidents/own.ts': module(wrong) });
  const { exitCode, stderr } = await tollgate(dir, ['prove', '--list', '--defects', 'incidents']);
  expect(stderr).toMatch(/own\.ts: one: rules: .*flatFee/);
  expect(exitCode).toBe(78);
});
