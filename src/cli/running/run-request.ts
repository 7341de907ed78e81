import { resolve } from 'node:path';
import { retestOf } from '../../decide/judge.ts';
import type { GivenDefect } from '../../hosts/host.ts';
import { findRun } from '../../journal/run-folder.ts';
import { HarnessFault } from '../../model/fault.ts';
import { isPhaseName, type PhaseName } from '../../model/observing/phase.ts';
import { refuseForeignConfiguration } from '../../project/foreign-configuration.ts';
import { placeOf } from '../../project/located-yaml.ts';
import { readPlainFile } from '../../project/plain-file.ts';
import type { ChosenTarget, Project } from '../../project/project.ts';
import type { CutRun } from '../../run/cut-run.ts';
import type { OwnSuite, RunRequest, TargetPlace } from '../../run/request.ts';
import { refuseDefectElsewhere } from '../../run/run.ts';
import { chromiumPath } from '../chromium-path.ts';
import type { Shell } from '../command.ts';
import { placesOf } from '../places.ts';
import { loadPolicy } from '../policy.ts';
import { givenDefect } from '../proving/known-defects.ts';
import { decideRun } from '../reporting/decided.ts';
import { seedOf } from '../seed-option.ts';
import { chosenTarget } from '../targeting/chosen-target.ts';
import { hostSettings } from '../targeting/host-settings.ts';
import { targetSecrets } from '../targeting/target-secrets.ts';
import { tollgateVersion } from '../version.ts';
import { progressWatcher } from './progress.ts';
import { newRunId } from './run-id.ts';
import { shardOption } from './shard-option.ts';

/** The options of `tollgate run`, as typed. */
export interface RunOptions {
  readonly target?: string;
  readonly phase?: readonly string[];
  readonly tags?: string;
  readonly check?: readonly string[];
  readonly failed?: string;
  readonly policy?: string;
  readonly defect?: string;
  readonly defects?: string;
  readonly seed?: string;
  readonly resume?: string;
  readonly shard?: string;
}

interface RequestContext {
  readonly project: Project;
  readonly shell: Shell;
  readonly signal: AbortSignal;
  /** The run that is taken up again, or null for a new one. */
  readonly cut: CutRun | null;
}

/** Everything that the options and tollgate.yaml ask for, read and checked before anything starts. */
export async function runRequest(
  options: RunOptions,
  { project, shell, signal, cut }: RequestContext,
): Promise<RunRequest> {
  refuseForeignConfiguration(project);
  const chosen = chosenTarget(project, options.target);
  const { entry } = chosen;
  const defect = await givenDefect(options, project, shell.cwd);
  const target: RunRequest['target'] = {
    name: chosen.name,
    fieldPlace: chosen.fieldPlace,
    driver: entry.driver,
    place: targetPlace(entry, defect),
    options: entry.options,
    requires: entry.requires,
    access: entry.environment === 'test' ? 'test' : 'read-only',
    accepts: entry.accepts,
    effort: entry.effort ?? null,
  };
  refuseDefectElsewhere(target, defect?.name ?? null);
  return {
    places: placesOf(project),
    reportsDir: project.reportsDir,
    runId: cut?.plan.runId ?? newRunId(),
    cut,
    command: shownCommand(options),
    asked: {
      policy: options.policy ?? null,
      seed: options.seed === undefined ? null : seedOf(options.seed, project.file.seed),
    },
    seed: seedOf(options.seed, project.file.seed),
    scope: cut?.plan.scope ?? (await scopeOf(options, project)),
    policy: await loadPolicy({
      name: options.policy ?? project.file.policy,
      projectDir: project.dir,
      place: options.policy === undefined ? placeOf(project.source, ['policy']) : '--policy:',
    }),
    release: project.file.release,
    target,
    production: project.file.production,
    secrets: targetSecrets(project, chosen),
    supervision: supervisionOf(project.file.supervision),
    ownSuites: project.file.suites.map(ownSuite),
    profile: project.file.profile,
    load: loadOf(project),
    interfaces: project.file.interfaces,
    chromium: await chromiumPath(),
    tollgateVersion: await tollgateVersion(),
    watch: progressWatcher(shell),
    signal,
  };
}

function targetPlace(entry: ChosenTarget['entry'], defect: GivenDefect | null): TargetPlace {
  if (entry.host !== undefined)
    return { kind: 'hosted', host: entry.host, settings: hostSettings(entry), defect };
  return { kind: 'address', url: entry.url ?? '' };
}

async function scopeOf(options: RunOptions, project: Project): Promise<RunRequest['scope']> {
  const phases = (options.phase ?? []).filter((name): name is PhaseName => isPhaseName(name));
  const shard = shardOption(options.shard);
  if (shard !== null && options.failed !== undefined) throw shardOfRetest();
  const base = { phases, tags: options.tags ?? null, ...(shard !== null && { shard }) };
  if (options.failed === undefined) return { ...base, checks: options.check ?? [], failedOf: null };
  const { stored, run: before } = await decideRun(await findRun(project.reportsDir, options.failed));
  const checks = [...retestOf(before.checks), ...(options.check ?? [])];
  if (checks.length === 0) {
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found no check in run ${stored.plan.runId} that did not pass; expected something to run again.`,
      hint: 'Run everything: npx tollgate run',
    });
  }
  return { ...base, checks, failedOf: stored.plan.runId };
}

function shardOfRetest(): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: 'Found --shard beside --failed; expected one of them, because a retest is one run.',
    hint: 'Merge the shards, then: npx tollgate run --failed latest',
  });
}

function supervisionOf({ silenceSeconds, stepSeconds }: Project['file']['supervision']) {
  return { silenceMs: silenceSeconds * 1000, stepMs: stepSeconds === null ? null : stepSeconds * 1000 };
}

function loadOf({ dir, file, source }: Project): RunRequest['load'] {
  const { profile, ...load } = file.load;
  if (profile === null) return { ...load, profileFile: null };
  const profileFile = resolve(dir, profile);
  if (readPlainFile(profileFile, { bytesMax: profileBytesMax }).kind === 'read')
    return { ...load, profileFile };
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${placeOf(source, ['load', 'profile'])} found no file ${profile}; expected a load profile of this project.`,
    hint: 'Mend the path, or leave `profile` out to play the shipped one.',
  });
}

const profileBytesMax = 4 * 1024 * 1024;

function ownSuite(suite: Project['file']['suites'][number]): OwnSuite {
  const { name, phase, command, report, topic, deadlineSeconds, count, checks } = suite;
  return {
    name,
    phase,
    command,
    report,
    topic,
    deadlineMs: deadlineSeconds * 1000,
    expected: count === undefined ? { kind: 'list', titles: checks ?? [] } : { kind: 'count', count },
  };
}

/** As it can be typed again. The defect is left out: the plan is a file that tools could read. */
function shownCommand(options: RunOptions): string {
  const parts = Object.entries(options)
    .filter(([name]) => name !== 'defect' && name !== 'defects')
    .flatMap(([name, value]) => [`--${name}`, ...[value].flat().map(quoted)]);
  return ['npx tollgate run', ...parts].join(' ');
}

function quoted(value: unknown): string {
  const text = String(value);
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
