import { hosts } from '../hosts/targets.ts';
import { HarnessFault } from '../model/fault.ts';
import { type Project, readProject } from '../project/project.ts';
import { lowerTarget, raiseTarget } from '../run/standing/raise.ts';
import { isHeld, readStanding, standingFolder } from '../run/standing/standing-target.ts';
import type { CliCommand, Shell } from './command.ts';
import { listenForInterruption } from './interruption.ts';
import { chosenTarget } from './targeting/chosen-target.ts';
import { hostSettings, mistakeInHost } from './targeting/host-settings.ts';

interface TargetOptions {
  readonly version?: string;
  readonly database?: string;
}

/** A system that we start and that stays: for several runs, for looking at it by hand, for writing a driver. */
export const targetCommand: CliCommand = {
  name: 'target',
  declare: (program, shell, done) => {
    program
      .command('target')
      .argument('<up|down>', 'start it so that it stays, or end it and remove what it kept')
      .argument('<name>', 'a target of tollgate.yaml with a host, or the name of a host')
      .description('start a system that stays until it is taken down')
      .option('--version <version>', 'another than tollgate.yaml says')
      .option('--database <name>', 'another than tollgate.yaml says: postgres or memory')
      .action(async (way: string, name: string, options: TargetOptions) =>
        done(await turn(shell, { way, name, options })),
      );
  },
};

interface Wish {
  readonly way: string;
  readonly name: string;
  readonly options: TargetOptions;
}

async function turn(shell: Shell, { way, name, options }: Wish): Promise<number> {
  const project = await readProject(shell.cwd);
  switch (way) {
    case 'up':
      return up(shell, project, { name, options });
    case 'down':
      return down(shell, project, name);
    default:
      throw new HarnessFault({
        code: 'USAGE',
        message: `Found "target ${way}", expected up or down.`,
        hint: `npx tollgate target up ${name}`,
      });
  }
}

async function up(shell: Shell, project: Project, wish: Omit<Wish, 'way'>): Promise<number> {
  const { name } = wish;
  const folder = standingFolder(project.reportsDir, name);
  const before = await readStanding(folder);
  if (before !== null && (await isHeld(before))) {
    shell.out(`${name} is up already, at ${before.url}, since ${before.startedAt}.`);
    return 0;
  }
  if (before !== null) await lowerTarget(before, folder);
  const { host, settings } = asked(project, wish);
  shell.err(`starting ${host}; this takes half a minute, more on a machine that is busy.`);
  const url = await raiseTarget({ name, host, settings, folder }, listenForInterruption());
  for (const line of announcement(name, { host, url, folder })) shell.out(line);
  return 0;
}

/** The system of that target, or of that host where the project has no such target, with what was typed instead. */
function asked(project: Project, { name, options }: Omit<Wish, 'way'>) {
  const isTarget = Object.hasOwn(project.file.targets, name);
  const entry = isTarget ? chosenTarget(project, name).entry : { host: name };
  if (entry.host === undefined || !hosts.some((one) => one.name === entry.host)) throw notOurs(project, name);
  const wanted = { ...entry, ...options };
  const mistake = mistakeInHost(wanted);
  if (mistake !== null)
    throw new HarnessFault({
      code: 'USAGE',
      message: `--${mistake.field}: ${mistake.message}.`,
      hint: 'Nothing was started.',
    });
  return { host: entry.host, settings: hostSettings(wanted) };
}

function notOurs({ file }: Project, name: string): HarnessFault {
  const own = Object.entries(file.targets).flatMap(([one, { host }]) => (host === undefined ? [] : [one]));
  const known = [...new Set([...own, ...hosts.map((host) => host.name)])].join(', ');
  return new HarnessFault({
    code: 'USAGE',
    message: `Found "${name}", expected a system that we can start: ${known}.`,
    hint: 'One that runs already is named by its url in tollgate.yaml, and needs no starting.',
  });
}

function announcement(
  name: string,
  { host, url, folder }: { readonly host: string; readonly url: string; readonly folder: string },
): readonly string[] {
  return [
    `${name} is up at ${url}. Its log and data: ${folder}`,
    'To judge it, name it in tollgate.yaml, under targets:',
    `  ${name}-up: { driver: ${host}, url: "${url}", environment: test }`,
    `Then: npx tollgate run --target ${name}-up (one run at a time: its clock is one for all).`,
    `End it with: npx tollgate target down ${name}`,
  ];
}

async function down(shell: Shell, project: Project, name: string): Promise<number> {
  const folder = standingFolder(project.reportsDir, name);
  const standing = await readStanding(folder);
  if (standing === null) {
    shell.out(`${name} is not up; nothing to do.`);
    return 0;
  }
  await lowerTarget(standing, folder);
  shell.out(`${name} is down; its data are removed.`);
  return 0;
}
