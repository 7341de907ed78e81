import { relative, resolve } from 'node:path';
import { Option } from 'commander';
import { cacheFolder } from '../hosts/tool-folders.ts';
import { writeProof } from '../journal/proof-folder.ts';
import { type PhaseName, phaseNames } from '../model/observing/phase.ts';
import { type Project, readProject } from '../project/project.ts';
import { type CoarseDefects, coarseDefects } from '../prove/coarse-defects.ts';
import { type KnownDefect, knownDefects } from '../prove/known-defects.ts';
import { keepLastCatches, readLastCatches } from '../prove/last-catches.ts';
import { proofDocument } from '../prove/proof-document.ts';
import { type ProveRequest, proveInMemory } from '../prove/prove.ts';
import { tallyOf } from '../prove/result.ts';
import { agrees, proveSample } from '../prove/sample.ts';
import { proveInToolPhases } from '../prove/tool-phases.ts';
import { chromiumPath } from './chromium-path.ts';
import type { CliCommand, Shell } from './command.ts';
import { placesOf } from './places.ts';
import { proveChecks } from './proving/prove-checks.ts';
import { proveProgress } from './proving/prove-progress.ts';
import { proofLines, refusalLines } from './proving/prove-table.ts';
import { unknownDefect } from './proving/unknown-defect.ts';
import { seedOf } from './seed-option.ts';
import { tollgateVersion } from './version.ts';

interface ProveOptions {
  readonly list?: boolean;
  readonly defect?: readonly string[];
  readonly defects?: string;
  readonly phase?: readonly PhaseName[];
  readonly check?: readonly string[];
  readonly passed?: string;
  readonly seed?: string;
}

interface Proving {
  readonly request: ProveRequest;
  readonly reportsDir: string;
  readonly isNarrowed: boolean;
}

/** As many as the smallest machine has processors: a worker plays one check at a time. */
const workers = 2;

/** Which known billing defects the suites would stop, and which they would let through. */
export const proveCommand: CliCommand = {
  name: 'prove',
  declare: (program, shell, done) => {
    program
      .command('prove')
      .description('proves the suites: known billing defects against all checks, caught or missed')
      .option('--list', 'only list the defects')
      .option('--defect <name...>', 'only these defects')
      .option('--defects <folder>', 'further defects of your own, such as past incidents')
      .addOption(new Option('--phase <phase...>', 'only the checks of these phases').choices([...phaseNames]))
      .option('--check <id...>', 'the other way round: which defect turns each of these checks red')
      .option('--passed <run>', 'the same for all that passed in a run, "latest", its id or its folder')
      .option('--seed <number>', 'seed of every random choice')
      .action(async (options: ProveOptions) => done(await proveOrList(options, shell)));
  },
};

async function proveOrList(options: ProveOptions, shell: Shell): Promise<number> {
  const project = await readProject(shell.cwd);
  const defectsDir = options.defects === undefined ? null : resolve(shell.cwd, options.defects);
  const known = await knownDefects(placesOf(project), defectsDir);
  const defects = chosen(known, options.defect);
  if (options.list === true) return list(shell, defects, await coarseDefects(placesOf(project)));
  const request = await requestOf({ options, shell, project, defectsDir, defects });
  if (options.check !== undefined || options.passed !== undefined) {
    const { check = [], passed = null } = options;
    return proveChecks(shell, { request, reportsDir: project.reportsDir, checks: check, passed });
  }
  return prove(shell, {
    request,
    reportsDir: project.reportsDir,
    isNarrowed: options.defect !== undefined,
  });
}

interface Asked {
  readonly options: ProveOptions;
  readonly shell: Shell;
  readonly project: Project;
  readonly defectsDir: string | null;
  readonly defects: readonly KnownDefect[];
}

async function requestOf({ options, shell, project, defectsDir, defects }: Asked): Promise<ProveRequest> {
  return {
    places: placesOf(project),
    defects,
    defectsDir,
    phases: options.phase ?? [],
    seed: seedOf(options.seed, project.file.seed),
    chromium: await chromiumPath(),
    workers,
    lastCatches: await readLastCatches(cacheFolder()),
    watch: proveProgress(shell),
  };
}

async function prove(shell: Shell, { request, reportsDir, isNarrowed }: Proving): Promise<number> {
  const startedMs = Date.now();
  const played = await proveInMemory(request);
  if (played.kind === 'refused') {
    for (const line of refusalLines(played, Math.max(shell.columns, 80))) shell.out(line);
    return 2;
  }
  const { checks, results: inMemory } = played;
  await keepLastCatches(cacheFolder(), inMemory);
  const { results, ran } = await proveInToolPhases(request, inMemory);
  const sample = await proveSample(request, { results, checks });
  const finishedMs = Date.now();
  const document = proofDocument({
    request,
    tollgateVersion: await tollgateVersion(),
    isNarrowed,
    checks,
    results,
    toolPhases: ran,
    sample,
    seconds: (finishedMs - startedMs) / 1000,
    finishedMs,
  });
  const dir = await writeProof(reportsDir, document);
  const kept = relative(shell.cwd, dir);
  const shown = {
    results,
    checks,
    seed: request.seed,
    toolPhases: ran,
    sample,
    seconds: document.seconds,
    kept,
  };
  for (const line of proofLines(shown, Math.max(shell.columns, 80))) shell.out(line);
  const { missed, unproven } = tallyOf(results);
  if (missed > 0) return 1;
  return unproven > 0 || !agrees(sample) ? 2 : 0;
}

function chosen(known: readonly KnownDefect[], names: readonly string[] | undefined): readonly KnownDefect[] {
  if (names === undefined) return known;
  const unknown = names.find((name) => !known.some((defect) => defect.name === name));
  if (unknown === undefined) return known.filter(({ name }) => names.includes(name));
  throw unknownDefect(unknown, known);
}

function list(shell: Shell, defects: readonly KnownDefect[], { coarse, histories }: CoarseDefects): number {
  const width = Math.max(...defects.map(({ name }) => name.length));
  for (const { name, row, title } of defects) shell.out(`${name.padEnd(width)}  ${row.padEnd(8)} ${title}`);
  const families = new Set(defects.map(({ family }) => family)).size;
  shell.out(
    `${defects.length} defects of ${families} families. One run with one of them: npx tollgate run --defect NAME`,
  );
  const listed = coarse.filter(({ name }) => defects.some((defect) => defect.name === name));
  if (listed.length > 0)
    shell.out(
      `${listed.length} are too coarse: they change the bills of more than half of ${histories} ordinary customers, which a real bug hardly does.`,
    );
  for (const { name, differs } of listed) shell.out(`  ${name.padEnd(width)}  ${differs} of ${histories}`);
  return 0;
}
