import { installables } from '../hosts/index.ts';
import type { Installable } from '../hosts/installable.ts';
import { HarnessFault } from '../model/fault.ts';
import type { CliCommand, Shell } from './command.ts';

interface DoctorOptions {
  readonly install?: boolean | string;
  readonly version?: string;
}

/** What this machine lacks, and getting it. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  declare: (program, shell, done) => {
    program
      .command('doctor')
      .description('what this machine lacks, and how to get it')
      .option('--install [name]', 'fetch what is missing, or the named one')
      .option('--version <version>', 'of the named one, where there are several: killbill')
      .action(async (options: DoctorOptions) => done(await examine(shell, options)));
  },
};

async function examine(shell: Shell, options: DoctorOptions): Promise<number> {
  const install = options.install ?? false;
  refuseUnknown(install);
  const missing: string[] = [];
  for (const tool of toolsFor(install, options.version)) {
    const isNamed = install === tool.name;
    if (!(await isThere(shell, tool, { isNamed, mayInstall: isNamed || install === true })))
      missing.push(tool.name);
  }
  return missing.length === 0 ? 0 : 1;
}

/** All, or the named one, in the version that is asked for. */
function toolsFor(install: boolean | string, version: string | undefined): readonly Installable[] {
  const named = installables.find(({ name }) => name === install);
  if (version === undefined) return named === undefined ? installables : [named];
  if (named?.ofVersion === undefined) {
    const several = installables.filter((tool) => tool.ofVersion !== undefined).map(({ name }) => name);
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found --version ${version}, expected it beside --install ${several.join(' or ')}.`,
      hint: 'The others come in one version.',
    });
  }
  return [named.ofVersion(version)];
}

interface Wish {
  readonly isNamed: boolean;
  readonly mayInstall: boolean;
}

async function isThere(shell: Shell, tool: Installable, { isNamed, mayInstall }: Wish): Promise<boolean> {
  const found = await tool.find();
  if (found !== null) {
    shell.out(`✓ ${tool.name} ${found.version} (${found.path})`);
    return true;
  }
  if (tool.onlyByName && !isNamed) {
    shell.out(
      `- ${tool.name} is not here; of use only for ${tool.purpose}.\n  Get it with: npx tollgate doctor --install ${tool.name}`,
    );
    return true;
  }
  if (mayInstall) return installed(shell, tool);
  shell.out(
    `✗ ${tool.name} is missing; needed for ${tool.purpose} (${tool.sizeText}).\n  Get it with: npx tollgate doctor --install ${tool.name}\n  or by hand:  ${tool.commandToType}`,
  );
  return false;
}

async function installed(shell: Shell, tool: Installable): Promise<boolean> {
  shell.out(`… ${tool.name} is missing; fetching ${tool.sizeText}, needed for ${tool.purpose}`);
  try {
    await tool.install((line) => shell.err(`  ${line}`));
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    shell.out(
      `✗ ${tool.name} could not be had: ${error.message} ${error.hint}\n  By hand: ${tool.commandToType}\n  Without it the ${tool.neededBy} is INCOMPLETE.`,
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
