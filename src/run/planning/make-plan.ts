import { parse as parseTags } from '@cucumber/tag-expressions';
import type { RunPlan, RunScope } from '../../model/deciding/plan.ts';
import type { ProofCitation } from '../../model/deciding/proof.ts';
import { digestNames, type ReleaseDigests } from '../../model/deciding/release.ts';
import type { ListedCheck, PlannedCheck } from '../../model/observing/check.ts';
import type { InterfaceProvenance } from '../../model/observing/interface.ts';
import { laterPartOf, wholePhases } from '../phases/index.ts';
import type { Described } from '../reaching/described.ts';
import type { CheckProfile, RunRequest } from '../request.ts';
import type { ListedPhases } from './list-checks.ts';
import { requestedPlan } from './requested-plan.ts';
import { shardedChecks } from './shard-checks.ts';

export interface PlanParts {
  readonly request: RunRequest;
  readonly url: string;
  readonly described: Described | null;
  readonly listed: ListedPhases;
  readonly digests: Readonly<Record<string, string>>;
  readonly createdAt: string;
  /** What of the surroundings a reader should know. */
  readonly conditions: readonly string[];
  /** The proof that fits these suites, or null. */
  readonly proof: ProofCitation | null;
}

const nothingKnown = Object.fromEntries(digestNames.map((name) => [name, null])) as unknown as ReleaseDigests;

/** Freezes what is going to happen. A pure function of what was read so far. */
export function makePlan({
  request,
  url,
  described,
  listed,
  digests,
  createdAt,
  conditions,
  proof,
}: PlanParts): RunPlan {
  const { target } = request;
  return {
    ...requestedPlan(request, digests),
    createdAt,
    command: request.command,
    target: {
      name: target.name,
      driver: target.driver,
      url,
      describedName: described?.name ?? 'unknown',
      version: described?.version ?? 'unknown',
      environment: described?.environment ?? 'unknown',
      capabilities: described?.capabilities ?? {},
      profile: described?.profile ?? null,
      digests: described?.digests ?? nothingKnown,
    },
    interfaces: mergeInterfaces(described?.interfaces ?? [], request.interfaces),
    phases: listed.phases,
    checks: plannedChecks(listed, request, described?.capabilities ?? null),
    conditions,
    ...(proof !== null && { proof }),
  };
}

/** The project knows its neighbours better than the target does. */
function mergeInterfaces(
  said: readonly InterfaceProvenance[],
  declared: readonly InterfaceProvenance[],
): InterfaceProvenance[] {
  const known = new Set(declared.map(({ name }) => name));
  return [...declared, ...said.filter(({ name }) => !known.has(name))];
}

/** Sharing out comes last, so that every shard shares out the same checks. */
function plannedChecks(
  { checks, phases }: ListedPhases,
  request: RunRequest,
  capabilities: Readonly<Record<string, string>> | null,
): PlannedCheck[] {
  const { shard = null } = request.scope;
  const planned = disposed(checks, request, capabilities);
  return shard === null ? planned : shardedChecks(planned, phases, shard);
}

type Disposition = PlannedCheck['disposition'];

/** What a run does with each check, before it is shared out: a target that lacks what one needs cannot run it. */
export function disposed(
  checks: readonly ListedCheck[],
  { scope: asked, profile, ownSuites }: Pick<RunRequest, 'scope' | 'profile' | 'ownSuites'>,
  capabilities: Readonly<Record<string, string>> | null,
): PlannedCheck[] {
  const scope = { ...asked, checks: withWholeSuites(asked.checks, { checks, ownSuites }) };
  const isAskedFor = selection(checks, scope);
  const isInProfile = profiled(checks, { profile, ownSuites }, scope);
  return checks.map((check) => ({
    ...check,
    disposition:
      (isAskedFor(check) ? null : byOption) ??
      (isInProfile(check) ? null : byProfile(profile)) ??
      byCapability(check, capabilities),
  }));
}

const byOption: Disposition = {
  kind: 'excluded',
  by: 'option',
  reason: 'not selected by the options of this run',
};

function byProfile(profile: CheckProfile | null): Disposition {
  return { kind: 'excluded', by: 'profile', reason: `not in the profile "${profile?.name}" of this project` };
}

function byCapability(
  check: ListedCheck,
  capabilities: Readonly<Record<string, string>> | null,
): Disposition {
  // A target that did not answer is not known to lack anything: its checks stay planned, and without a result.
  const absent =
    capabilities === null
      ? []
      : check.needs.filter((need) => !['native', 'emulated'].includes(capabilities[need] ?? 'absent'));
  if (absent.length === 0) return { kind: 'run' };
  return { kind: 'excluded', by: 'capability', reason: `the target lacks ${absent.join(', ')}` };
}

/**
 * A check that somebody names is run, in the profile or not. Always in is what cannot be run in part: a phase whose steps build
 * on one another, and a team's own command. A later part of such a phase comes as a whole when the profile fits one of its checks.
 */
function profiled(
  checks: readonly ListedCheck[],
  { profile, ownSuites }: Pick<RunRequest, 'profile' | 'ownSuites'>,
  scope: RunScope,
): (check: ListedCheck) => boolean {
  if (profile === null) return () => true;
  const tags = parseTags(profile.tags);
  const named = new Set(scope.checks);
  const own = new Set(ownSuites.map(({ phase, name }) => `${phase}/${name}`));
  const fits = (check: ListedCheck) => named.has(check.id) || tags.evaluate([...check.tags]);
  const fittingParts = new Set(checks.filter(fits).map(laterPartOf));
  return (check) => {
    const part = laterPartOf(check);
    if (part !== null) return fittingParts.has(part);
    return wholePhases.has(check.phase) || own.has(`${check.phase}/${check.step}`) || fits(check);
  };
}

/**
 * A team's own command cannot be asked for some of its checks: one brings all. An id that nobody listed may be one that a
 * suite known by number found before.
 */
function withWholeSuites(
  ids: readonly string[],
  { checks, ownSuites }: Pick<RunRequest, 'ownSuites'> & { readonly checks: readonly ListedCheck[] },
): readonly string[] {
  const listed = new Set(checks.map(({ id }) => id));
  const unknown = ids.filter((id) => !listed.has(id));
  const named = new Set(ids);
  const brought = ownSuites.flatMap(({ name, phase, expected }) => {
    const mine = checks.filter((check) => check.phase === phase && check.step === name).map(({ id }) => id);
    const isMeant = expected.kind === 'count' && unknown.some((id) => id.startsWith(`${phase}-`));
    return isMeant || mine.some((id) => named.has(id)) ? mine : [];
  });
  return [...new Set([...ids, ...brought])];
}

/** Steps of some phases build on one another: one chosen check there brings the whole phase. */
function selection(checks: readonly ListedCheck[], scope: RunScope): (check: ListedCheck) => boolean {
  const isChosen = chosenBy(scope);
  const wholeChosen = new Set(
    checks.filter((check) => wholePhases.has(check.phase) && isChosen(check)).map((check) => check.phase),
  );
  return (check) => (wholePhases.has(check.phase) ? wholeChosen.has(check.phase) : isChosen(check));
}

function chosenBy(scope: RunScope): (check: ListedCheck) => boolean {
  const ids = scope.checks.length === 0 && scope.failedOf === null ? null : new Set(scope.checks);
  const tags = scope.tags === null ? null : parseTags(scope.tags);
  return (check) => (ids?.has(check.id) ?? true) && (tags?.evaluate([...check.tags]) ?? true);
}
