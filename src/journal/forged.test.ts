import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type ForgedLine, rechain } from './rechain.fixture.ts';
import { readRun } from './run-folder.ts';
import { sha256 } from './safe-file.ts';

const golden = fileURLToPath(new URL('../decide/golden/schema-2', import.meta.url));
const folders: string[] = [];
let runDir = '';

beforeEach(async () => {
  runDir = await mkdtemp(join(tmpdir(), 'forged-'));
  folders.push(runDir);
  for (const name of ['plan.json', 'journal.ndjson']) await cp(join(golden, name), join(runDir, name));
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function replan(edit: (plan: Record<string, unknown>) => void): Promise<void> {
  const path = join(runDir, 'plan.json');
  const plan = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  edit(plan);
  const text = JSON.stringify(plan);
  await writeFile(path, text);
  await rechain(runDir, ([first]) => {
    if (first !== undefined) first.record = { ...(first.record as object), planDigest: sha256(text) };
  });
}

function refused(message: RegExp, code = 'EVIDENCE_ALTERED') {
  return expect(readRun(runDir)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
}

test('what was chained again as it was is read', async () => {
  await rechain(runDir, () => undefined);
  await replan(() => undefined);
  expect((await readRun(runDir)).journal.lines.length).toBeGreaterThan(20);
});

describe('the schema of a line', () => {
  test.each([0, -1, 1.5, 'x', '3', null, true, [5]])('%j is none', async (v) => {
    await rechain(runDir, ([, line]) => Object.assign(line ?? {}, { v }));
    await refused(/record 1: it names the schema .* is none/);
  });

  test('that only a later version knows is no damage', async () => {
    await rechain(runDir, ([, line]) => Object.assign(line ?? {}, { v: 3 }));
    await refused(/record 1: written by a newer Tollgate \(schema 3\)/, 'USAGE');
  });
});

const digest = 'a'.repeat(64);
const evidence = { sha256: digest, bytes: 1, name: 'a', mediaType: 'text/plain' };
const difference = {
  measure: 'invoice total',
  currency: 'EUR',
  expected: '1.00',
  actual: '1.01',
  nature: 'charge',
  customer: '',
  invoice: '',
  explanation: '',
};

describe('a record that no run writes, though it is chained', () => {
  test.each([
    ['nothing', null, /it is not a record/],
    ['a word', 'x', /it is not a record/],
    ['without a kind', {}, /it is not a record/],
    [
      'a digest that is a number',
      { kind: 'evidence', checkId: 'c', evidence: { ...evidence, sha256: 7 } },
      /sha256/,
    ],
    [
      'a digest that leads away',
      { kind: 'evidence', checkId: 'c', evidence: { ...evidence, sha256: '../x' } },
      /SHA-256/,
    ],
    [
      'an amount that is none',
      { kind: 'difference', checkId: 'c', difference: { ...difference, actual: 'abc' } },
      /amounts/,
    ],
    [
      'a result that is none',
      { kind: 'check-finished', checkId: 'c', status: 'fine', error: null },
      /status/,
    ],
    ['left-overs that are no list', { kind: 'cleanup', leftovers: 0, detail: '' }, /leftovers/],
  ])('%s', async (_what, record, message) => {
    await rechain(runDir, (lines) => lines.splice(5, 0, { ...lines[5], record } as ForgedLine));
    await refused(/record 5/);
    await refused(message);
  });

  test('one that is nested without end', async () => {
    const json = `{"kind":"x","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    await rechain(runDir, (lines) => lines.splice(5, 0, { ...lines[5], json } as ForgedLine));
    await refused(/record 5/);
  });

  test('a time that is none', async () => {
    await rechain(runDir, ([, line]) => Object.assign(line ?? {}, { at: 'yesterday' }));
    await refused(/record 1: its time is none/);
  });

  test('one of a kind that a later version may know is read', async () => {
    await rechain(runDir, (lines) =>
      lines.splice(5, 0, { ...lines[5], record: { kind: 'weather' } } as ForgedLine),
    );
    await expect(readRun(runDir)).resolves.toBeDefined();
  });
});

describe('a plan', () => {
  test('is proven by the first record, which must be there', async () => {
    await rechain(runDir, (lines) => lines.shift());
    await refused(/begins with a record of kind "probe" instead of "run-started"/);
  });

  test.each([undefined, 'tollgate/plan/0', 'tollgate/plan/x', 1, null])(
    'of schema %j is none',
    async (schema) => {
      await replan((plan) => Object.assign(plan, { schema }));
      await refused(/plan\.json is not a plan \(schema: /);
    },
  );

  test('of a later schema is no damage', async () => {
    await replan((plan) => Object.assign(plan, { schema: 'tollgate/plan/2' }));
    await refused(/plan\.json: written by a newer Tollgate \(tollgate\/plan\/2\)/, 'USAGE');
  });

  test('of a later schema that the journal was not begun for is damage', async () => {
    const path = join(runDir, 'plan.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('tollgate/plan/1', 'tollgate/plan/5'));
    await refused(/plan\.json has digest/);
  });

  test.each([
    ['checks', {}],
    ['checks', null],
    ['policy', undefined],
    ['phases', [null]],
  ])('whose %s are %j is none', async (field, value) => {
    await replan((plan) => Object.assign(plan, { [field]: value }));
    await refused(new RegExp(`plan\\.json is not a plan \\(${field}`));
  });
});
