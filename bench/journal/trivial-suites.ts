import { mkdir, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/** Suites that cost next to nothing, so that what tells of them is all the more to be seen. */
export interface TrivialSuites {
  readonly dir: string;
  readonly workDir: string;
  readonly files: readonly string[];
}

/** As many checks, over ten files; each tells of itself from within its worker, as the suites that we ship do. */
export async function writeTrivialSuites(checks: number): Promise<TrivialSuites> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'journal-bench-')));
  const workDir = join(dir, 'work');
  await mkdir(workDir);
  await symlink(join(repository, 'node_modules'), join(dir, 'node_modules'));
  await writeFile(join(dir, 'package.json'), '{"type":"module"}');
  const files: string[] = [];
  for (let number = 0; number < 10; number += 1) {
    const name = `trivial-${number}.suite`;
    files.push(join(dir, `${name}.ts`));
    await writeFile(join(dir, `${name}.ts`), suiteText(name, Math.ceil(checks / 10)));
  }
  return { dir, workDir, files };
}

function suiteText(name: string, checks: number): string {
  return `
    import { expect, test } from 'vitest';
    import { checkIdOf } from '${repository}/src/channel/check-id.ts';
    import { connectChannel } from '${repository}/src/channel/client.ts';
    import { telling } from '${repository}/src/scenario/tell-check.ts';
    const connected = connectChannel('worker');
    for (let number = 0; number < ${checks}; number += 1) {
      const title = 'Trivial ' + number;
      test(title, { meta: { topic: 'rating' } }, async ({ signal }) => {
        const checkId = checkIdOf({ phase: 'unit', file: '${name}', titlePath: [title] });
        await telling({ channel: await connected, checkId, signal }, async () => expect(number + 1).toBe(1 + number));
      });
    }`;
}
