import { HarnessFault } from '../model/fault.ts';
import { readProject } from '../project/project.ts';
import type { CliCommand, Shell } from './command.ts';
import { knownDefects } from './known-defects.ts';

/** Which known defects the sandbox can be given. Proving the suites against all of them comes with a later issue. */
export const proveCommand: CliCommand = {
  name: 'prove',
  declare: (program, shell, done) => {
    program
      .command('prove')
      .description('the known billing defects against which suites are proven')
      .option('--list', 'list them')
      .action(async (options: { readonly list?: boolean }) => done(await list(shell, options.list === true)));
  },
};

async function list(shell: Shell, isList: boolean): Promise<number> {
  if (!isList) {
    throw new HarnessFault({
      code: 'USAGE',
      message: 'Found prove without --list; running all suites against all defects is not built yet.',
      hint: 'npx tollgate prove --list, then npx tollgate run --defect NAME for one of them.',
    });
  }
  const defects = await knownDefects(await readProject(shell.cwd));
  const width = Math.max(...defects.map((defect) => defect.name.length));
  for (const defect of defects)
    shell.out(`${defect.name.padEnd(width)}  ${defect.row.padEnd(8)} ${defect.title}`);
  shell.out(
    `${defects.length} defects of ${new Set(defects.map((defect) => defect.family)).size} families. One run with one of them: npx tollgate run --defect NAME`,
  );
  return 0;
}
