import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allDefects } from './all-defects.ts';
import { defects } from './index.ts';
import { readDefects } from './read-defects.ts';

const dirs: string[] = [];

afterAll(async () => {
  for (const dir of dirs) await rm(dir, { recursive: true, force: true });
});

const common = `const common = {
  row: 'RAT', family: 'RAT', stage: 'rating', effect: 'lost', severity: 'minor', title: 'An incident',
};\n`;

async function folder(text: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'defects-'));
  dirs.push(dir);
  await writeFile(join(dir, 'own.mjs'), `${common}${text}`);
  return dir;
}

const fine = "{ ...common, name: 'fee-lost', rules: { flatAmount: () => 1 } }";

describe('A folder of defects', () => {
  test('holds those that its modules export: by name, by default, several in a list, each once', async () => {
    const dir = await folder(`const one = ${fine};
      export { one, one as default };
      export const more = [{ ...one, name: 'b-b' }, { ...one, name: 'c-c', rules: undefined, procedures: { pay: () => '' } }];`);
    const read = await readDefects(dir);
    expect(read.map(({ defect }) => defect.name).toSorted()).toEqual(['b-b', 'c-c', 'fee-lost']);
    expect(await allDefects(dir)).toHaveLength(defects.length + 3);
  });

  test.each([
    [
      'an unknown entry',
      "export const one = { ...common, name: 'a-b', rules: { flatFee: () => 1 } };",
      /own\.mjs: one: rules: .*flatFee/,
    ],
    ['an unknown field', `export const one = { ...${fine}, rule: {} };`, /own\.mjs: one: .*rule/],
    [
      'an entry that is no function',
      "export const one = { ...common, name: 'a-b', rules: { flatAmount: 1 } };",
      /one: rules\.flatAmount: expected a function/,
    ],
    ['an effect that there is not', `export const one = { ...${fine}, effect: 'dear' };`, /one: effect: /],
    ['a missing title', `export const one = { ...${fine}, title: undefined };`, /one: title: /],
    [
      'nothing replaced',
      "export const one = { ...common, name: 'a-b' };",
      /one: rules: expected at least one/,
    ],
    [
      'a name twice',
      `export const one = ${fine}; export const two = ${fine};`,
      /name: found "fee-lost" a second time/,
    ],
    ['what is no defect', 'export const one = 7;', /own\.mjs: one: /],
    ['no export', '', /own\.mjs: exports nothing/],
    ['what does not load', 'throw new Error("not today");', /own\.mjs: could not be loaded: not today/],
  ])('with %s is refused', async (_name, text, message) => {
    await expect(readDefects(await folder(text))).rejects.toMatchObject({
      code: 'BAD_CONFIGURATION',
      message: expect.stringMatching(message),
    });
  });

  test('with the name of a shipped defect is refused, as is one that is empty or not there', async () => {
    const shipped = defects[0]?.name ?? '';
    const dir = await folder(`export const one = { ...${fine}, name: '${shipped}' };`);
    await expect(allDefects(dir)).rejects.toThrow(/own\.mjs: name: .*a shipped defect is called/);
    await expect(readDefects(join(dir, 'nowhere'))).rejects.toThrow(/found no such folder/);
    await rm(join(dir, 'own.mjs'));
    await expect(readDefects(dir)).rejects.toThrow(/found no module/);
  });
});
