import { type Project, readProject } from '../project/project.ts';
import { type Description, describeTarget } from '../run/describe-target.ts';
import { targetOptions } from '../run/target-options.ts';
import { chosenTarget } from './chosen-target.ts';
import type { CliCommand, Shell } from './command.ts';
import { guardRequest } from './guard-request.ts';
import { placesOf } from './places.ts';

/** What can be reached, and what it says it can do. */
export const targetsCommand: CliCommand = {
  name: 'targets',
  declare: (program, shell, done) => {
    program
      .command('targets')
      .argument('[name...]', 'default: all of tollgate.yaml')
      .description('what can be reached and what it can do')
      .action(async (names: readonly string[]) => done(await show(shell, names)));
  },
};

async function show(shell: Shell, names: readonly string[]): Promise<number> {
  const project = await readProject(shell.cwd);
  const all = Object.keys(project.file.targets);
  const asked = names.length > 0 ? names : all.filter((name) => isAskedUnnamed(project, name));
  let silent = 0;
  for (const name of asked) {
    const said = await describe(project, name);
    if (said.kind === 'silent') silent += 1;
    for (const line of linesOf(name, said)) shell.out(line);
  }
  if (names.length === 0) {
    for (const name of all.filter((one) => !asked.includes(one)))
      shell.out(`- ${name}: production, not asked; it is read by name only`);
  }
  return silent === 0 ? 0 : 2;
}

function describe(project: Project, name: string): Promise<Description> {
  const chosen = chosenTarget(project, name);
  const { driver, host, url, options } = chosen.entry;
  const guard = guardRequest(project, chosen, ['read']);
  return describeTarget({
    places: placesOf(project),
    driver,
    host: host ?? null,
    url: url ?? '',
    options: targetOptions({ options, secrets: guard.secrets }),
    guard,
  });
}

/** Production is asked only when somebody names it, and it may be read. */
function isAskedUnnamed(project: Project, name: string): boolean {
  return project.file.targets[name]?.environment === 'test';
}

function linesOf(name: string, said: Description): string[] {
  if (said.kind === 'silent') return [`✗ ${name}: ${said.reason}`];
  const { description } = said;
  return [
    `✓ ${name}: ${description.name} ${description.version}, environment ${description.environment}`,
    ...groupBySupport(description.capabilities).map(
      ([support, capabilities]) => `    ${support.padEnd(9)} ${capabilities.join(', ')}`,
    ),
    ...description.interfaces.map((neighbour) => `    ${neighbour.name}: ${neighbour.provenance}`),
  ];
}

function groupBySupport(
  capabilities: Readonly<Record<string, string>>,
): readonly (readonly [string, readonly string[]])[] {
  const groups = Map.groupBy(Object.entries(capabilities), ([, support]) => support);
  return [...groups].map(([support, entries]) => [support, entries.map(([name]) => name)] as const);
}
