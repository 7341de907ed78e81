import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { withTarget } from '../project/add-target.ts';
import { findProjectDir, projectFileName } from '../project/project.ts';
import type { CliCommand, Shell } from './command.ts';
import { driverTestText, driverText } from './starting/new-driver.ts';
import { featureText, projectText } from './starting/new-project.ts';

/** A new project, or a driver in the one that is here. Nothing that is there is ever written over. */
export const initCommand: CliCommand = {
  name: 'init',
  declare: (program, shell, done) => {
    program
      .command('init')
      .argument('[what]', '"driver" for a way to a system of your own; default: a new project, here')
      .argument('[name]', 'what the system is called')
      .description('begin a project that runs as it is, or a driver with its tests')
      .action(async (what: string | undefined, name: string | undefined) =>
        done(await begin(shell, what, name)),
      );
  },
};

async function begin(shell: Shell, what: string | undefined, name: string | undefined): Promise<number> {
  if (what === undefined) return beginProject(shell);
  if (what === 'driver' && name !== undefined) return beginDriver(shell, name);
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found init ${[what, name].filter((one) => one !== undefined).join(' ')}, expected init alone or init driver NAME.`,
    hint: 'npx tollgate init driver acme-billing',
  });
}

async function beginProject(shell: Shell): Promise<number> {
  await writeNew(shell, join(shell.cwd, projectFileName), projectText);
  await writeNew(shell, join(shell.cwd, 'features', 'first-invoice.feature'), featureText);
  await ignoreReports(shell);
  shell.out('Next: npx tollgate run --phase unit uat');
  return 0;
}

async function beginDriver(shell: Shell, name: string): Promise<number> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw wrongName(name);
  const dir = await findProjectDir(shell.cwd);
  const ending = (await isCommonJs(dir)) ? '.mts' : '.ts';
  const path = join(dir, 'drivers', `${name}${ending}`);
  await writeNew(shell, path, driverText(name));
  await writeNew(shell, join(dir, 'drivers', `${name}.test${ending}`), driverTestText(name, ending));
  await addTarget(shell, { dir, name, ending });
  shell.out(`Next: set its url in ${projectFileName}, start a test environment of it, and`);
  shell.out(`  npx tollgate targets ${name} --verify`);
  shell.out(`It says what is missing, in the order in which to do it.`);
  return 0;
}

interface NewTarget {
  readonly dir: string;
  readonly name: string;
  readonly ending: string;
}

async function addTarget(shell: Shell, { dir, name, ending }: NewTarget): Promise<void> {
  const path = join(dir, projectFileName);
  const lines = [`driver: ./drivers/${name}${ending}`, 'url: http://127.0.0.1:8080', 'environment: test'];
  const added = withTarget(await readFile(path, 'utf8'), name, lines);
  if (added !== null) {
    await writeFile(path, added);
    shell.out(`${projectFileName}: target ${name}`);
    return;
  }
  shell.out(`Add to ${projectFileName}, below targets:`);
  for (const line of [`${name}:`, ...lines.map((one) => `  ${one}`)]) shell.out(`  ${line}`);
}

/** Where package.json says so, Node takes a .ts file for CommonJS, in which nothing can be imported. */
async function isCommonJs(dir: string): Promise<boolean> {
  const text = await readFile(join(dir, 'package.json'), 'utf8').catch(() => '{}');
  try {
    return (JSON.parse(text) as { readonly type?: unknown }).type === 'commonjs';
  } catch {
    return false;
  }
}

async function ignoreReports({ cwd, out }: Shell): Promise<void> {
  const path = join(cwd, '.gitignore');
  const text = await readFile(path, 'utf8').catch(() => '');
  if (/^\/?reports\/?$/m.test(text)) return;
  await writeFile(path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}node_modules/\nreports/\n`);
  out('.gitignore');
}

async function writeNew({ cwd, out }: Shell, path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritable(relative(cwd, path), error);
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found ${relative(cwd, path)} already; expected no such file, because nothing is written over.`,
      hint: 'Move it away, or choose another name or folder.',
      cause: error,
    });
  }
  out(relative(cwd, path));
}

function notWritable(path: string, cause: unknown): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${path} cannot be written (${(cause as Error).message}); expected a folder with the rights and the space for it.`,
    hint: 'Mend its rights or space, or begin in another folder.',
    cause,
  });
}

function wrongName(name: string): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `Found the name ${name}, expected one of small letters, digits and hyphens, such as acme-billing.`,
    hint: 'npx tollgate init driver acme-billing',
  });
}
