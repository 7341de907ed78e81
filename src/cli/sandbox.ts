import { join } from 'node:path';
import { listeningAt } from '../hosts/sandbox.ts';
import { HarnessFault } from '../model/fault.ts';
import { packageDirectory } from '../project/project.ts';
import { howItEnded, startTool } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import { newTempDir } from '../run/temp-dir.ts';
import type { CliCommand, Shell } from './command.ts';
import { listenForInterruption } from './interruption.ts';
import { placesOf } from './places.ts';
import { givenDefect } from './proving/known-defects.ts';

interface SandboxOptions {
  readonly port: string;
  readonly defect?: string;
  readonly defects?: string;
  readonly data?: string;
}

/** The built-in billing system by itself, until it is stopped. */
export const sandboxCommand: CliCommand = {
  name: 'sandbox',
  declare: (program, shell, done) => {
    program
      .command('sandbox')
      .description('start the built-in billing system and its console, until Ctrl-C')
      .option('--port <number>', 'default: any free one', '0')
      .option('--data <folder>', 'where it keeps its database; default: a new temporary folder')
      .option('--defect <name>', 'with a known billing defect (tollgate prove --list)')
      .option('--defects <folder>', 'where that defect stands, when it is one of your own')
      .action(async (options: SandboxOptions) => done(await serve(shell, options)));
  },
};

async function serve(shell: Shell, options: SandboxOptions): Promise<number> {
  refusePort(options.port);
  const places = placesOf({ dir: shell.cwd, packageDir: packageDirectory() });
  const defect = await givenDefect(options, { dir: shell.cwd, packageDir: places.packageDir }, shell.cwd);
  const dataDir = options.data ?? (await newTempDir('sandbox-'));
  const tool = startTool({
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      join(places.codeDir, 'src', 'sandbox', `main${places.codeEnding}`),
      ...['--port', options.port, '--data', dataDir],
      ...(defect === null ? [] : ['--defect', defect.name]),
      ...(defect?.folder == null ? [] : ['--defects', defect.folder]),
    ],
    cwd: shell.cwd,
    env: toolEnvironment(process.env, {}),
    deadlineMs: null,
  });
  const ending = listenForInterruption();
  ending.addEventListener('abort', () => void tool.stop());
  tool.onLine((line) => shell.out(announcement(line, dataDir)));
  const exit = await tool.exit;
  if (exit.exitCode === 0 || ending.aborted) return 0;
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `The sandbox: it ${howItEnded(exit)}. ${exit.output.trim().slice(-800)}`.trim(),
    hint: 'Is the port taken? Choose another with --port.',
  });
}

function announcement(line: string, dataDir: string): string {
  const url = listeningAt(line);
  if (url === null) return line;
  return [
    `The sandbox listens on ${url}`,
    `  description  ${url}/v1/describe`,
    `  interface    ${url}/openapi.json`,
    `  data         ${dataDir}`,
    `Judge it with: npx tollgate run --target ${url}`,
  ].join('\n');
}

function refusePort(port: string): void {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --port ${port}, expected a number from 0 to 65535.`,
    hint: 'Leave it out for any free port.',
  });
}
