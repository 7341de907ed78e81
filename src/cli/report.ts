import { relative } from 'node:path';
import { findRun } from '../journal/run-folder.ts';
import { HarnessFault } from '../model/fault.ts';
import { readProject } from '../project/project.ts';
import { startTool } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import type { CliCommand, Shell } from './command.ts';
import { decideRun } from './reporting/decided.ts';
import { refuseGoingOn } from './reporting/going-on.ts';
import { writeReports } from './reporting/write-reports.ts';

/** Writes a stored run's reports again, and opens the page. */
export const reportCommand: CliCommand = {
  name: 'report',
  declare: (program, shell, done) => {
    program
      .command('report')
      .argument('<run>', '"latest", a run id, or the path of a run folder')
      .description('write the reports of a stored run again')
      .option('--open', 'open the page in the browser')
      .action(async (name: string, options: { readonly open?: boolean }) => {
        await writeAgain(shell, name, options.open === true);
        done(0);
      });
  },
};

async function writeAgain(shell: Shell, name: string, opens: boolean): Promise<void> {
  const reportsDir = name.includes('/') ? shell.cwd : (await readProject(shell.cwd)).reportsDir;
  const runDir = await findRun(reportsDir, name);
  await refuseGoingOn(runDir);
  const { files } = await writeReports(await decideRun(runDir), '');
  for (const file of files) shell.out(relative(shell.cwd, file));
  const page = files.find((file) => file.endsWith('.html'));
  if (opens && page !== undefined) await openPage(page);
}

async function openPage(path: string): Promise<void> {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const tool = startTool({
    command,
    args: [path],
    cwd: '/',
    env: toolEnvironment(process.env, {}),
    deadlineMs: 20_000,
    mayLeave: true,
  });
  const exit = await tool.exit;
  if (exit.exitCode === 0) return;
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `The page could not be opened: ${command} ended with exit code ${exit.exitCode}.`,
    hint: `Open ${path} in a browser by hand; it needs no server.`,
  });
}
