import { installables } from '../hosts/index.ts';
import type { Installable } from '../hosts/installable.ts';
import { HarnessFault } from '../model/fault.ts';
import type { CliCommand, Shell } from './command.ts';

/** What this machine lacks, and getting it. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  declare: (program, shell, done) => {
    program
      .command('doctor')
      .description('what this machine lacks, and how to get it')
      .option('--install [name]', 'fetch what is missing, or the named one')
      .action(async (options: { readonly install?: boolean | string }) =>
        done(await examine(shell, options.install ?? false)),
      );
  },
};

async function examine(shell: Shell, install: boolean | string): Promise<number> {
  refuseUnknown(install);
  const missing: string[] = [];
  for (const tool of installables) {
    const wanted = install === true || install === tool.name;
    if (!(await isThere(shell, tool, wanted))) missing.push(tool.name);
  }
  return missing.length === 0 ? 0 : 1;
}

async function isThere(shell: Shell, tool: Installable, mayInstall: boolean): Promise<boolean> {
  const found = await tool.find();
  if (found !== null) {
    shell.out(`✓ ${tool.name} ${found.version} (${found.path})`);
    return true;
  }
  if (!mayInstall) {
    shell.out(
      `✗ ${tool.name} is missing; needed for ${tool.purpose} (${tool.sizeText}).\n  Get it with: npx tollgate doctor --install ${tool.name}\n  or by hand:  ${tool.commandToType}`,
    );
    return false;
  }
  return installed(shell, tool);
}

async function installed(shell: Shell, tool: Installable): Promise<boolean> {
  shell.out(`… ${tool.name} is missing; fetching ${tool.sizeText}, needed for ${tool.purpose}`);
  try {
    await tool.install((line) => shell.err(`  ${line}`));
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    shell.out(
      `✗ ${tool.name} could not be had: ${error.message}\n  By hand: ${tool.commandToType}\n  Without it the ${tool.neededBy} phase is INCOMPLETE.`,
    );
    return false;
  }
  const found = await tool.find();
  shell.out(
    found === null
      ? `✗ ${tool.name} is still missing after its installation`
      : `✓ ${tool.name} ${found.version} (${found.path})`,
  );
  return found !== null;
}

function refuseUnknown(install: boolean | string): void {
  if (typeof install === 'boolean' || installables.some((tool) => tool.name === install)) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --install ${install}, expected one of ${installables.map((tool) => tool.name).join(', ')}.`,
    hint: 'Leave the name out to fetch everything that is missing.',
  });
}
