import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { channelVariable, productionVariable, scenarioVariable, stepVariable } from '../channel/message.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { Phase, PhaseStep } from './phases/phase.ts';
import { toolEnvironment } from './processes/tool-environment.ts';
import type { Pace } from './reaching/pace.ts';
import { targetOptions } from './reaching/target-options.ts';
import type { RunRequest } from './request.ts';
import type { RunnerRequest } from './runner.ts';
import type { Workplace } from './workplace.ts';

/** What listing and running one run's checks needs to know. */
export interface ListingContext {
  readonly request: RunRequest;
  readonly workplace: Pick<Workplace, 'channel' | 'channelPath' | 'startFor' | 'record' | 'keep'>;
  readonly url: string;
  /** What the target said of itself; carried to suites and steps. */
  readonly profile: unknown;
  readonly capabilities: Readonly<Record<string, string>>;
  readonly pace: Pace;
  /** Phases that begin anew although an earlier part of the run had begun them. */
  readonly anew: ReadonlySet<PhaseName>;
}

/** One step and where it works. */
export interface StepPlace {
  readonly phase: Phase;
  readonly step: PhaseStep;
  readonly phaseDir: string;
}

/** What the tool of a step is told: what to run, where, against what, and how to speak with the run. */
export async function runnerRequest(
  context: ListingContext,
  { phase, step, phaseDir }: StepPlace,
): Promise<RunnerRequest> {
  const { request, workplace } = context;
  const { projectDir, packageDir } = request.places;
  const stepKey = `${phase.name}/${step.name}`;
  const part = request.cut?.part ?? 1;
  // What an earlier part of the run left there must not be taken for this one's.
  const stepDir = part === 1 ? step.name : `${step.name}-part-${part}`;
  const scenario = {
    phase: phase.name,
    runId: request.runId,
    part,
    seed: request.seed,
    ...(request.target.effort !== null && { effort: request.target.effort }),
    projectDir,
    packageDir,
    phaseDir,
    target: {
      driver: request.target.driver,
      url: context.url,
      options: targetOptions({ options: request.target.options, secrets: request.secrets }),
      profile: context.profile,
      capabilities: context.capabilities,
    },
    chromium: request.chromium,
    load: request.load,
    patience: context.pace.patience,
    ...(context.pace.effort !== null && { effort: context.pace.effort }),
  };
  return {
    phase: phase.name,
    step: step.name,
    files: step.files(request.places, request.load),
    workDir: await newWorkDir(join(phaseDir, 'steps', stepDir)),
    phaseDir,
    projectDir,
    packageDir,
    runId: request.runId,
    seed: request.seed,
    workers: context.pace.workers,
    tags: request.scope.tags,
    env: toolEnvironment(process.env, {
      [channelVariable]: workplace.channelPath,
      [stepVariable]: stepKey,
      [scenarioVariable]: JSON.stringify(scenario),
      [productionVariable]: JSON.stringify(request.production),
      TOLLGATE_TARGET_URL: context.url,
    }),
    deadlineMs: request.supervision.stepMs ?? step.deadlineMs(request.load.seconds) * context.pace.patience,
    start: workplace.startFor(stepKey),
    link: () => workplace.channel.session(stepKey),
    record: workplace.record,
    keep: workplace.keep,
  };
}

/** What a run that was cut while it listed had left there must not be taken for this one's report. */
async function newWorkDir(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  return path;
}
