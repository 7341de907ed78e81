import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedPhase } from '../../model/deciding/plan.ts';
import { type FaultCode, HarnessFault } from '../../model/fault.ts';
import type { ListedCheck } from '../../model/observing/check.ts';
import { handOverFolder } from '../hand-over-folder.ts';
import { phases as allPhases } from '../phases/index.ts';
import { withOwnSuites } from '../phases/own-suites.ts';
import type { Phase, PhaseStep } from '../phases/phase.ts';
import type { RunRequest } from '../request.ts';
import type { Listing, RunnerSession } from '../runner.ts';
import type { ListingContext, StepPlace } from '../runner-request.ts';
import { type OpenedStep, openSteps } from './open-steps.ts';

/** Of a tool that did not come as far as to name it. */
export const unknownVersion = 'unknown';

/** A step whose tool is open and has said what it would run. */
export interface ListedStep {
  readonly phase: Phase['name'];
  readonly step: PhaseStep;
  /** Null when the tool could not be opened or could not list. */
  readonly session: RunnerSession | null;
  readonly toolVersion: string;
  readonly phaseDir: string;
}

export interface ListedPhases {
  readonly phases: readonly PlannedPhase[];
  readonly steps: readonly ListedStep[];
  readonly checks: readonly ListedCheck[];
}

/**
 * Opens the tools of every phase in scope, all at once, and lists their checks in the order of the phases. What cannot be
 * listed is a fault of its phase, by name.
 */
export async function listChecks(context: ListingContext): Promise<ListedPhases> {
  const phases = allPhases.map((shipped) => withOwnSuites(shipped, context.request.ownSuites));
  const wanted = phases.filter((phase) => isWanted(context.request, phase));
  const placed = await Promise.all(wanted.map((phase) => placesOf(context, phase)));
  const opened = openSteps(context, placed.flat());
  const listings = await Promise.all(
    phases.map(async (phase) => {
      const steps = opened.filter((one) => one.phase === phase);
      return { phase, listing: steps.length === 0 ? nothingListed : await listPhase(context, phase, steps) };
    }),
  );
  return {
    phases: listings.map(({ phase, listing }) => ({
      name: phase.name,
      steps: phase.steps.map(({ name, runner, expectedCount }) => {
        return { name, tool: runner.tool, ...(expectedCount !== undefined && { expectedCount }) };
      }),
      fault: listing.fault,
    })),
    steps: listings.flatMap(({ listing }) => listing.steps),
    checks: listings.flatMap(({ listing }) => listing.checks),
  };
}

/** Ids begin with their phase, so that asking for one check opens the tools of its phase only. */
function isWanted({ scope }: RunRequest, phase: Phase): boolean {
  if (scope.phases.length > 0 && !scope.phases.includes(phase.name)) return false;
  if (scope.checks.length === 0 && scope.failedOf === null) return true;
  return scope.checks.some((id) => id.startsWith(`${phase.name}-`));
}

interface PhaseListing {
  readonly steps: readonly ListedStep[];
  readonly checks: readonly ListedCheck[];
  readonly fault: PlannedPhase['fault'];
}

const nothingListed: PhaseListing = { steps: [], checks: [], fault: null };

async function placesOf(context: ListingContext, phase: Phase): Promise<readonly StepPlace[]> {
  const { reportsDir, runId } = context.request;
  const phaseDir = join(handOverFolder(reportsDir, runId), phase.name);
  if (context.anew.has(phase.name)) await rm(phaseDir, { recursive: true, force: true });
  return phase.steps.map((step) => ({ phase, step, phaseDir }));
}

async function listPhase(
  context: ListingContext,
  phase: Phase,
  steps: readonly OpenedStep[],
): Promise<PhaseListing> {
  const listed = await Promise.all(steps.map(listStep));
  const checks = listed.flatMap((one) => one.listing?.checks ?? []);
  const faults = [
    ...listed.flatMap((one) => one.faults),
    ...doubledIds(checks),
    ...refusedFiles(context, phase),
  ];
  return {
    steps: listed.map((one) => one.listed),
    checks,
    fault: phaseFault(faults),
  };
}

interface Fault {
  readonly cause: 'test-defect' | 'environment';
  readonly message: string;
  readonly hint: string;
}

/** Nobody mends more at once; the rest shows when these are gone. */
const faultsShown = 50;

/** What a team wrote wrongly weighs more than what this machine lacks: it stays when the machine is another. */
function phaseFault(faults: readonly Fault[]): PlannedPhase['fault'] {
  const first = faults.find(({ cause }) => cause === 'test-defect') ?? faults[0];
  if (first === undefined) return null;
  const shown = faults.slice(0, faultsShown).map(({ message }) => message);
  const more = faults.length - shown.length;
  const message = [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
  return { cause: first.cause, message, hint: first.hint };
}

async function listStep({ phase, step, phaseDir, session: opening }: OpenedStep) {
  const place = { phase: phase.name, step, phaseDir };
  let session: RunnerSession | null = null;
  try {
    session = await opening;
    const listing: Listing = await session.list();
    const faults = listing.faults.map(
      (message): Fault => ({
        cause: 'test-defect',
        message,
        hint: 'Mend it, or take it out of the phase.',
      }),
    );
    return { listing, faults, listed: { ...place, session, toolVersion: listing.toolVersion } };
  } catch (error) {
    await session?.close();
    return {
      listing: null,
      faults: [faultOf(error, step)],
      listed: { ...place, session: null, toolVersion: unknownVersion },
    };
  }
}

const machineCodes = new Set<FaultCode>(['TOOL_MISSING', 'TARGET_UNREACHABLE', 'EVIDENCE_LOST', 'INTERNAL']);

function faultOf(error: unknown, step: PhaseStep): Fault {
  if (error instanceof HarnessFault) {
    const cause = machineCodes.has(error.code) ? 'environment' : 'test-defect';
    return { cause, message: error.message, hint: error.hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    cause: 'environment',
    message: `Step ${step.name} (${step.runner.tool}) could not list its checks: ${message}`,
    hint: '',
  };
}

function doubledIds(checks: readonly ListedCheck[]): Fault[] {
  const groups = Map.groupBy(checks, (check) => check.id);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map(([first]) => ({
      cause: 'test-defect',
      message: `Found more than one check "${first?.titlePath.join(' › ')}" in ${first?.file}; expected each title once, because a result is known by it.`,
      hint: 'Give each its own title.',
    }));
}

function refusedFiles(context: ListingContext, phase: Phase): Fault[] {
  const without = phase.steps.filter(
    (step) => step.files(context.request.places, context.request.load).length === 0,
  );
  return without.map((step) => ({
    cause: 'environment',
    message: `Step ${step.name} found no files to run.`,
    hint: 'Is the package whole?',
  }));
}
