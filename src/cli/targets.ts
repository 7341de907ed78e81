import { hosts } from '../hosts/targets.ts';
import { HarnessFault } from '../model/fault.ts';
import { type Project, readProject } from '../project/project.ts';
import { visibleLine } from '../report/visible-text.ts';
import { standingTargets } from '../run/standing/standing-target.ts';
import type { CliCommand, Shell } from './command.ts';
import { type AnsweringTarget, matrixLines } from './targeting/matrix-lines.ts';
import { endLines, promiseLines, unshown } from './targeting/promise-lines.ts';
import { plannableChecks, reachOf } from './targeting/runnable-checks.ts';
import { describedState, type TargetState, verifiedState } from './targeting/target-state.ts';
import { targetsDocument } from './targeting/targets-document.ts';

interface TargetsOptions {
  readonly verify?: boolean;
  readonly json?: boolean;
}

/** What can be reached, what it can do, and whether that is so. */
export const targetsCommand: CliCommand = {
  name: 'targets',
  declare: (program, shell, done) => {
    program
      .command('targets')
      .argument('[name...]', 'default: all of tollgate.yaml')
      .description('what can be reached, what it can do, and whether it really can')
      .option('--verify', 'hold each to the contract: writes to it, in worlds of its own, and cleans up')
      .option('--json', 'all of it as JSON')
      .action(async (names: readonly string[], options: TargetsOptions) =>
        done(await show(shell, names, options)),
      );
  },
};

async function show(shell: Shell, names: readonly string[], options: TargetsOptions): Promise<number> {
  const project = await readProject(shell.cwd);
  const tell = options.json === true ? () => undefined : shell.out;
  const states: TargetState[] = [];
  for (const name of names.length > 0 ? names : Object.keys(project.file.targets)) {
    const asking = { tell, isNamed: names.length > 0, options };
    const state = await stateOf(project, name, asking).catch((error: unknown) => notStarted(name, error));
    states.push(state);
    for (const line of linesOf(state)) tell(line);
  }
  const answering = await withReach(project, shell, states);
  if (options.json === true) shell.out(JSON.stringify(targetsDocument(states, answering), null, 2));
  for (const line of matrixLines(answering, Math.max(shell.columns, 80))) tell(line);
  for (const one of await standingTargets(project.reportsDir))
    tell(
      `▲ ${one.name}: up at ${one.url} since ${one.startedAt}; end it with: npx tollgate target down ${one.name}`,
    );
  if (answering.some(({ contract }) => contract === null))
    tell('? not verified, or changed since. Verify: npx tollgate targets --verify NAME');
  return exitCodeOf(states, options);
}

interface Asking {
  readonly tell: (line: string) => void;
  readonly isNamed: boolean;
  readonly options: TargetsOptions;
}

async function stateOf(project: Project, name: string, { tell, isNamed, options }: Asking) {
  const why = isNamed ? null : whyNotAsked(project, name);
  if (why !== null) return { name, kind: 'not-asked', why } as const;
  if (options.verify !== true) return describedState(project, name);
  tell(`… ${name}: held to the contract, promise by promise`);
  const state = await verifiedState(project, name, (proven) => {
    for (const line of promiseLines(proven)) tell(line);
  });
  if (state.kind === 'answers' && state.contract !== null)
    for (const line of endLines(state.contract)) tell(line);
  return state;
}

/** One that cannot be started is as silent as one that does not answer; it does not keep the others from being asked. */
function notStarted(name: string, error: unknown): TargetState {
  if (!(error instanceof HarnessFault) || !['TOOL_MISSING', 'TARGET_UNREACHABLE'].includes(error.code))
    throw error;
  return { name, kind: 'silent', reason: `${error.message} ${error.hint}` };
}

/** Production is asked only when somebody names it, and it may be read; so is what takes half a minute to start. */
function whyNotAsked({ file }: Project, name: string): 'production' | 'slow-to-start' | null {
  const entry = file.targets[name];
  if (entry?.environment !== 'test') return 'production';
  return hosts.some((host) => host.name === entry.host && host.startsAt === 'asked') ? 'slow-to-start' : null;
}

/** Listing all checks takes seconds: only where a target answers that they can be held against. */
async function withReach(
  project: Project,
  shell: Shell,
  states: readonly TargetState[],
): Promise<readonly AnsweringTarget[]> {
  const answering = states.filter((state) => state.kind === 'answers');
  const [first] = answering;
  if (first === undefined) return [];
  const checks = await plannableChecks(project, shell, first.name);
  return answering.map((state) => ({ ...state, phases: reachOf(checks, state.description.capabilities) }));
}

function linesOf(state: TargetState): readonly string[] {
  switch (state.kind) {
    case 'silent':
      return [`✗ ${state.name}: ${visibleLine(state.reason)}`];
    case 'not-asked':
      return [
        state.why === 'production'
          ? `- ${state.name}: production, not asked; it is read by name only`
          : `- ${state.name}: would have to be started first, not asked; ask it with: npx tollgate targets ${state.name}`,
      ];
    case 'answers': {
      const { name, description } = state;
      return [
        `✓ ${name}: ${visibleLine(description.name)} ${visibleLine(description.version)}, environment ${visibleLine(description.environment)}`,
        ...description.interfaces.map(
          (neighbour) => `    ${visibleLine(neighbour.name)}: ${neighbour.provenance}`,
        ),
      ];
    }
  }
}

/** Declared and not working is a finding; what nobody could tell is not proven. */
function exitCodeOf(states: readonly TargetState[], { verify = false }: TargetsOptions): number {
  const contracts = states.flatMap((state) =>
    verify && state.kind === 'answers' && state.contract !== null ? [state.contract] : [],
  );
  const isWrong = contracts.some(
    ({ promises, leftovers }) => leftovers.length > 0 || promises.some(({ result }) => result === 'violated'),
  );
  if (isWrong) return 1;
  const isOpen = contracts.some(
    (contract) =>
      unshown(contract).length > 0 || contract.promises.some(({ result }) => result === 'unproven'),
  );
  return isOpen || states.some(({ kind }) => kind === 'silent') ? 2 : 0;
}
