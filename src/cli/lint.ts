import { globSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { foreignConfiguration } from '../project/foreign-configuration.ts';
import { configurationBytesMax, describeError, type LocatedError } from '../project/located-yaml.ts';
import { readPlainFile } from '../project/plain-file.ts';
import { lintPolicy } from '../project/policy-file.ts';
import { findProjectDir, lintProject, packageDirectory, projectFileName } from '../project/project.ts';
import { visibleLine } from '../report/visible-text.ts';
import type { CliCommand, Shell } from './command.ts';
import { gateLimits } from './policy.ts';
import { mistakeInHost } from './targeting/host-settings.ts';

/** Configuration and policies, each mistake with file, line and field. Nothing is sent anywhere. */
export const lintCommand: CliCommand = {
  name: 'lint',
  declare: (program, shell, done) => {
    program
      .command('lint')
      .argument('[file...]', `default: ${projectFileName} and the policies of the project`)
      .description('check configuration and policies')
      .action(async (files: readonly string[]) => done(await lint(shell, files)));
  },
};

async function lint(shell: Shell, asked: readonly string[]): Promise<number> {
  const files =
    asked.length > 0 ? asked.map((file) => resolve(shell.cwd, file)) : await filesOfProject(shell.cwd);
  const errors = (await Promise.all(files.map((file) => lintFile(file, relative(shell.cwd, file))))).flat();
  if (asked.length === 0) errors.push(...(await softenedBy(shell.cwd)));
  for (const error of errors) shell.out(visibleLine(describeError(error)));
  shell.out(`${files.length} files, ${errors.length} errors`);
  return errors.length === 0 ? 0 : 1;
}

async function filesOfProject(cwd: string): Promise<readonly string[]> {
  const dir = await findProjectDir(cwd);
  const policies = globSync('policies/*.yaml', { cwd: dir }).map((file) => join(dir, file));
  return [join(dir, projectFileName), ...policies.sort()];
}

async function softenedBy(cwd: string): Promise<readonly LocatedError[]> {
  const dir = await findProjectDir(cwd);
  return dir === packageDirectory() ? [] : foreignConfiguration(dir);
}

function lintFile(path: string, shownAs: string): Promise<readonly LocatedError[]> {
  if (!/\.ya?ml$/.test(path)) return Promise.resolve([notConfiguration(shownAs)]);
  return isPolicy(path) ? lintPolicy(path, shownAs, gateLimits) : lintProject(path, shownAs, mistakeInHost);
}

function notConfiguration(file: string): LocatedError {
  const message = `found a file that is no YAML, expected ${projectFileName} or a policy; features are checked when a run lists them: npx tollgate run --phase uat`;
  return { file, line: 1, field: '', message };
}

/** By what stands in it: a policy has gates. A file that cannot be read is reported by whoever reads it. */
function isPolicy(path: string): boolean {
  if (basename(path) === projectFileName) return false;
  const file = readPlainFile(path, { bytesMax: configurationBytesMax });
  return file.kind === 'read' && /^gates:/m.test(Buffer.from(file.bytes).toString());
}
