import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { productionVariable } from '../channel/message.ts';
import { hostNamed } from '../hosts/targets.ts';
import { type FaultCode, HarnessFault } from '../model/fault.ts';
import { proveJsonFile } from '../project/json-file.ts';
import { type Project, readProject } from '../project/project.ts';
import { type GuardRequest, guardBefore } from '../run/guard/guard.ts';
import { startTool, type ToolExit } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import { targetOptions } from '../run/reaching/target-options.ts';
import { type Masker, maskedError, maskerOf } from '../run/secrets/mask-secrets.ts';
import { newTempDir } from '../run/temp-dir.ts';
import type { CliCommand, Shell } from './command.ts';
import { placesOf } from './places.ts';
import { chosenTarget } from './targeting/chosen-target.ts';
import { guardRequest } from './targeting/guard-request.ts';
import { hostSettings } from './targeting/host-settings.ts';

interface CasesOptions {
  readonly target?: string;
}

/** One line of the child: a case on one side, or the summary. */
type CaseLine =
  | {
      readonly kind?: undefined;
      readonly id: string;
      readonly title: string;
      readonly side: 'oracle' | 'target';
      readonly result: 'agreed' | 'wrong' | 'not-expressible';
      readonly reason?: string;
      readonly figures?: readonly {
        readonly name: string;
        readonly expected: string;
        readonly actual: string;
      }[];
      readonly file?: string;
      readonly line?: number;
    }
  | { readonly kind: 'summary' };

/** Cases as data, on the oracle and on a target: agreed, not expressible, wrong. */
export const casesCommand: CliCommand = {
  name: 'cases',
  declare: (program, shell, done) => {
    program
      .command('cases')
      .argument('[file...]', 'cases in the format of data/README.md; default: the published ones we ship')
      .description('published billing cases on the oracle and on a target')
      .option('--target <name>', 'a target of tollgate.yaml, or an address')
      .action(async (files: readonly string[], options: CasesOptions) =>
        done(await judgeCases(shell, files, options)),
      );
  },
};

async function judgeCases(shell: Shell, files: readonly string[], options: CasesOptions): Promise<number> {
  const project = await readProject(shell.cwd);
  for (const file of files) proveJsonFile(resolve(shell.cwd, file), file, project.dir);
  const chosen = chosenTarget(project, options.target);
  const { entry } = chosen;
  const guard = guardRequest(project, chosen, ['read', 'write']);
  await guardBefore(guard);
  const dataDir = await newTempDir('cases-');
  const hosted =
    entry.host === undefined
      ? { url: entry.url ?? '', stop: async () => undefined }
      : await hostNamed(entry.host).start({
          dataDir,
          start: startTool,
          env: toolEnvironment(process.env, {}),
          defect: null,
          settings: hostSettings(entry),
        });
  try {
    return await askChild(shell, project, {
      args: [
        ...files.flatMap((file) => ['--file', resolve(shell.cwd, file)]),
        ...['--driver', entry.driver, '--url', hosted.url],
      ],
      // Not as an argument: every user of the machine can read those.
      options: targetOptions({ options: entry.options, secrets: guard.secrets }),
      masker: maskerOf(guard.secrets),
      production: guard.production,
    });
  } finally {
    await hosted.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface ChildQuestion {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly masker: Masker;
  readonly production: GuardRequest['production'];
}

async function askChild(
  shell: Shell,
  project: Project,
  { args, options, masker, production }: ChildQuestion,
): Promise<number> {
  const places = placesOf(project);
  const tool = startTool({
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      join(places.codeDir, 'src', 'scenario', 'cases', `main${places.codeEnding}`),
      ...args,
    ],
    cwd: project.dir,
    env: toolEnvironment(process.env, {
      TOLLGATE_TARGET_OPTIONS: JSON.stringify(options),
      [productionVariable]: JSON.stringify(production),
    }),
    deadlineMs: 10 * 60_000,
  });
  const lines: CaseLine[] = [];
  tool.onLine((line) => {
    if (line.startsWith('{')) lines.push(masker.value(JSON.parse(line) as CaseLine));
  });
  const exit = await tool.exit;
  const isWhole = lines.some((line) => line.kind === 'summary');
  if (!isWhole) throw maskedError(childFault(exit), masker);
  return show(
    shell,
    lines.filter((line) => line.kind === undefined),
  );
}

/** The child says what went wrong and ends with that fault's exit code; only what we do not know is our own. */
function childFault(exit: ToolExit): HarnessFault {
  const codes: Readonly<Record<number, FaultCode>> = {
    2: 'TARGET_UNREACHABLE',
    64: 'USAGE',
    77: 'GUARD_REFUSED',
    78: 'BAD_CONFIGURATION',
  };
  const code = codes[exit.exitCode ?? -1] ?? 'INTERNAL';
  return new HarnessFault({
    code,
    message: exit.output.trim(),
    hint: code === 'INTERNAL' ? 'Report this.' : 'No case was judged.',
  });
}

type JudgedCase = Extract<CaseLine, { readonly side: string }>;

function show(shell: Shell, lines: readonly JudgedCase[]): number {
  for (const line of lines.flatMap(detailsOf)) shell.out(line);
  for (const line of totals(lines)) shell.out(line);
  return casesExitCode(lines);
}

/** Where a side agreed to nothing, nothing is known of it. */
export function casesExitCode(lines: readonly Pick<JudgedCase, 'side' | 'result'>[]): number {
  if (lines.some(({ result }) => result === 'wrong')) return 1;
  const sides = [...Map.groupBy(lines, ({ side }) => side).values()];
  const isProven = sides.length > 0 && sides.every((mine) => mine.some(({ result }) => result === 'agreed'));
  return isProven ? 0 : 2;
}

function detailsOf(judged: JudgedCase): string[] {
  const { id, title, side, reason = '', figures = [], file, line } = judged;
  switch (judged.result) {
    case 'agreed':
      return [];
    case 'not-expressible':
      return [`not expressible  ${side.padEnd(6)}  ${id}  ${reason}`];
    case 'wrong':
      return [
        `WRONG            ${side.padEnd(6)}  ${id}  ${title} (${file}:${line}) ${reason}`.trimEnd(),
        ...figures.map(
          (figure) =>
            `                   ${figure.name}: expected ${figure.expected}, found ${figure.actual}`,
        ),
      ];
  }
}

function totals(lines: readonly JudgedCase[]): string[] {
  return [...Map.groupBy(lines, (line) => line.side)].map(([side, mine]) => {
    const count = (result: JudgedCase['result']) => mine.filter((line) => line.result === result).length;
    return `${side}: ${count('agreed')} agreed, ${count('not-expressible')} not expressible, ${count('wrong')} wrong of ${mine.length}`;
  });
}
