import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configurationBytesMax, type LocatedError, valueOrFault } from './located-yaml.ts';
import { readPlainFile } from './plain-file.ts';
import { plainText } from './plain-text.ts';
import type { Project } from './project.ts';

type Setting = readonly [name: string, pattern: RegExp];

interface ForeignTool {
  /** Where it looks for settings by itself. */
  readonly files: readonly string[];
  /** What makes a run greener than it is, as it is written in JavaScript, JSON, YAML or on a command line. */
  readonly settings: readonly Setting[];
}

const on = '(?!0\\b|false)';

const cucumber: ForeignTool = {
  files: ['js', 'cjs', 'mjs', 'json', 'yaml', 'yml'].map((end) => `cucumber.${end}`),
  settings: [
    ['retry', setTo('retry', on)],
    ['retry', /--retry\b/],
    ['strict', setTo('strict', '(?=false)')],
    ['strict', /--no-strict\b/],
    ['failFast', setTo('failFast', on)],
    ['failFast', /--fail-fast\b/],
    ['dryRun', setTo('dryRun', on)],
    ['dryRun', /--dry-run\b/],
  ],
};

const vitest: ForeignTool = {
  files: ['vitest', 'vite'].flatMap((tool) =>
    ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((end) => `${tool}.config.${end}`),
  ),
  settings: ['retry', 'bail', 'passWithNoTests', 'allowOnly', 'dangerouslyIgnoreUnhandledErrors'].map(
    (name) => [name, setTo(name, on)],
  ),
};

function setTo(name: string, value: string): RegExp {
  return new RegExp(`(?:^|[\\s{,"'])(?:${name})["']?\\s*[:=]\\s*${value}\\S`);
}

/**
 * Settings of runners that stand beside tollgate.yaml and would soften a run. We read none of them; who wrote one believes
 * that it holds, so the run is refused rather than made under other rules than its author thinks.
 */
export function foreignConfiguration(projectDir: string): readonly LocatedError[] {
  return [cucumber, vitest].flatMap(({ files, settings }) =>
    files
      .filter((name) => existsSync(join(projectDir, name)))
      .flatMap((name) => mistakesIn({ projectDir, name, settings })),
  );
}

/** Throws BAD_CONFIGURATION with every such setting. Our own package's files are ours, and no project's. */
export function refuseForeignConfiguration(project: Pick<Project, 'dir' | 'packageDir'>): void {
  const errors = project.dir === project.packageDir ? [] : foreignConfiguration(project.dir);
  if (errors.length > 0) valueOrFault({ value: null, errors });
}

interface ForeignFile {
  readonly projectDir: string;
  readonly name: string;
  readonly settings: readonly Setting[];
}

function mistakesIn({ projectDir, name, settings }: ForeignFile): readonly LocatedError[] {
  const file = readPlainFile(join(projectDir, name), { bytesMax: configurationBytesMax });
  if (file.kind === 'refused') return [{ file: name, line: 1, field: '', message: file.why }];
  const text = plainText(file.bytes);
  if (text.kind === 'refused') return [{ file: name, line: text.line, field: '', message: text.why }];
  return text.text.split('\n').flatMap((line, index) => {
    const code = line.replace(/(?:^|\s)(?:\/\/|#|\*).*$/, '');
    return settings
      .filter(([, pattern]) => pattern.test(code))
      .map(([field]) => ({ file: name, line: index + 1, field, message: softening(field) }));
  });
}

function softening(field: string): string {
  return `found a setting that Tollgate does not read and that would soften the run; take ${field} out, or keep it in a file of another name`;
}
