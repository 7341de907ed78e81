import {
  access,
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSeal, writeSeal } from '../../journal/seal.ts';
import type { Exporter } from '../../report/exporter.ts';
import { exporters } from '../../report/index.ts';
import { removeStoredRuns, sealedRun, unsealedRun } from '../end-to-end/stored-run.fixture.ts';
import { type Decided, decideRun } from './decided.ts';
import { writeReports } from './write-reports.ts';

afterAll(removeStoredRuns);

const crashing: Exporter = {
  name: 'crashing',
  file: 'crashing.txt',
  render: function* () {
    yield 'half';
    throw new Error('cannot draw this');
  },
};

async function bytesIn(dir: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const read = names.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path, await readFile(path, 'latin1')] as const;
  });
  return new Map(await Promise.all(read));
}

describe('the reports of a run', () => {
  test('are written again to the same bytes, and nothing in the folder changes', async () => {
    const dir = await sealedRun();
    const before = await bytesIn(dir);
    await writeReports(await decideRun(dir), '');
    expect(await bytesIn(dir)).toEqual(before);
  });

  test('leave results and no verdict when a format crashes; written again they are whole', async () => {
    const dir = await unsealedRun();
    await expect(writeReports(await decideRun(dir), '', [...exporters, crashing])).rejects.toMatchObject({
      code: 'INTERNAL',
      message: expect.stringMatching(/The results are kept/),
      hint: expect.stringMatching(/tollgate report/),
    });
    const names = await readdir(dir);
    expect(names).toContain('junit.xml');
    expect(names).not.toContain('verdict.json');
    expect(names).not.toContain('seal.json');
    await writeReports(await decideRun(dir), '');
    const whole = await sealedRun();
    expect(await readFile(join(dir, 'verdict.json'))).toEqual(await readFile(join(whole, 'verdict.json')));
    expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('of another version stand beside: the old seal still fits', async () => {
    const dir = await sealedRun();
    const before = await bytesIn(dir);
    const { stored, run } = await decideRun(dir);
    const later: Decided = { stored, run: { ...run, verdict: { ...run.verdict, tollgateVersion: '99' } } };
    const { verdictFile } = await writeReports(later, '');
    expect(verdictFile).toMatch(/verdict\.v\d.*\.json$/);
    const after = await bytesIn(dir);
    for (const [path, text] of before) if (!path.endsWith('seal.json')) expect(after.get(path)).toBe(text);
    const sealed = await readSeal(dir);
    for (const file of stored.seal?.files ?? []) expect(sealed?.files).toContainEqual(file);
    await decideRun(dir);
  });

  test('that a kill left half beside sealed ones do not make the run a changed one', async () => {
    const dir = await sealedRun();
    const seal = await readSeal(dir);
    if (seal === null) throw new Error('no seal');
    await writeSeal(dir, { ...seal, adding: ['report.x/report.html', 'verdict.x.json'] });
    await mkdir(join(dir, 'report.x'));
    await writeFile(join(dir, 'report.x', 'report.html.77.tmp'), 'half');
    await writeFile(join(dir, 'verdict.x.json'), 'other');
    await writeReports(await decideRun(dir), '');
    expect(await readdir(join(dir, 'report.x'))).toEqual([]);
    expect((await readSeal(dir))?.adding).toEqual([]);
    await decideRun(dir);
  });
});

describe('a sealed run is refused', () => {
  const page = 'report.html';
  test.each<readonly [string, (dir: string) => Promise<unknown>, RegExp]>([
    ['with a file added', (dir) => writeFile(join(dir, 'evidence', 'new'), ''), /^evidence\/new was added/],
    ['with a file removed', (dir) => rm(join(dir, page)), /^report\.html is missing/],
    [
      'with a file renamed',
      (dir) => rename(join(dir, page), join(dir, 'page.html')),
      /^report\.html was renamed to page\.html/,
    ],
    [
      'with a name in other capitals',
      (dir) => rename(join(dir, page), join(dir, 'Report.html')),
      /^report\.html was renamed to Report\.html/,
    ],
    [
      'with a link in place of a file',
      async (dir) => {
        await rename(join(dir, page), join(dir, '..', page));
        await symlink(join('..', page), join(dir, page));
      },
      /^report\.html is a link/,
    ],
    ['with a link added', (dir) => symlink('/etc', join(dir, 'etc')), /^etc is a link/],
    ['with a file added by a hard link', (dir) => link(join(dir, page), join(dir, 'x')), /^x was added/],
    [
      'with a record more',
      (dir) => writeFile(join(dir, 'journal.ndjson'), '{}\n', { flag: 'a' }),
      /record \d+/,
    ],
    ['with another seal', (dir) => writeFile(join(dir, 'seal.json'), '{}'), /^seal\.json does not/],
  ])('%s', async (_what, change, message) => {
    const dir = await sealedRun();
    await change(dir);
    await expect(decideRun(dir)).rejects.toMatchObject({
      code: 'EVIDENCE_ALTERED',
      message: expect.stringMatching(message),
    });
  });

  test('but not for being read, opened or copied', async () => {
    const dir = await sealedRun();
    await chmod(join(dir, page), 0o444);
    await access(join(dir, page));
    await expect(decideRun(dir)).resolves.toBeDefined();
  });
});
