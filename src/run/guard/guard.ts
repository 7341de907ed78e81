import { HarnessFault } from '../../model/fault.ts';
import { isTestEnvironment } from '../../model/test-environment.ts';
import type { FieldPlace } from '../../project/project.ts';
import type { EffectClass, NamedSecret, ProductionMarks, RunRequest } from '../request.ts';
import type { NamedCommand } from './command-words.ts';
import { type NameService, systemNames } from './guard-address.ts';
import { refuseProductionHosts } from './guard-hosts.ts';
import { refuseLiveKeys } from './guard-keys.ts';

/** Everything that can show that a target is production, before anybody speaks to it. */
export interface GuardRequest {
  readonly projectDir: string;
  readonly target: {
    readonly name: string;
    readonly fieldPlace: FieldPlace;
    /** Null for one that we start ourselves. */
    readonly url: string | null;
    readonly options: Readonly<Record<string, unknown>>;
    /** none: production that nobody may even read. */
    readonly access: 'test' | 'read-only' | 'none';
    readonly accepts: readonly EffectClass[];
  };
  readonly production: ProductionMarks;
  readonly secrets: readonly NamedSecret[];
  /** A team's own suites that this may start. */
  readonly commands: readonly NamedCommand[];
  /** What is about to be done to it. */
  readonly effects: readonly EffectClass[];
}

/**
 * Refuses production before anything is started or connected to. What the project says, how the address reads and where it
 * leads must all be a test target's; a grant to read production is for reading only. Nothing in the environment opens it.
 */
export async function guardBefore(request: GuardRequest, names: NameService = systemNames): Promise<void> {
  const place = request.target.fieldPlace;
  const isReadByGrant = refuseWithoutAccess(request, place);
  refuseUserInfo(request, place);
  refuseLiveKeys(request, place);
  if (!isReadByGrant) await refuseProductionHosts(request, place, names);
  refuseUnaccepted(request, place);
}

/** The guard before a run, which writes always, and loads the target when its performance phase is in scope. */
export function guardRun(request: RunRequest): Promise<void> {
  const { target, production, secrets, places, ownSuites } = request;
  const url = target.place.kind === 'address' ? target.place.url : null;
  return guardBefore({
    projectDir: places.projectDir,
    target: { ...target, url },
    production,
    secrets,
    commands: ownSuites,
    effects: isLoading(request.scope) ? ['read', 'write', 'load'] : ['read', 'write'],
  });
}

function isLoading({ phases, checks, failedOf }: RunRequest['scope']): boolean {
  if (phases.length > 0 && !phases.includes('performance')) return false;
  if (checks.length === 0 && failedOf === null) return true;
  return checks.some((id) => id.startsWith('performance-'));
}

/** Whether this is production that may be read, and is only read. */
function refuseWithoutAccess({ target, effects }: GuardRequest, place: FieldPlace): boolean {
  if (target.access === 'test') return false;
  const onlyReads = effects.every((effect) => effect === 'read');
  if (target.access === 'read-only' && onlyReads) return true;
  throw refused(
    `${place(['environment'])} found production, expected a target that is declared environment: test. Production may be read by name only, where access: read-only grants it.`,
    'Nothing was sent to it. Choose a test target with --target.',
  );
}

function refuseUserInfo({ target }: GuardRequest, place: FieldPlace): void {
  if (target.url === null || !hasUserInfo(target.url)) return;
  throw refused(
    `${place(['url'])} found a name or password before the host, expected an address without (what was found is not shown).`,
    'Nothing was sent. Such an address reads like another host. Give credentials under `secrets`.',
  );
}

function hasUserInfo(url: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:[/\\]*[^/?#\\]*@/i.test(url.trim())) return true;
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  return username !== '' || password !== '';
}

function refuseUnaccepted({ target, effects }: GuardRequest, place: FieldPlace): void {
  const missing = effects.find((effect) => !target.accepts.includes(effect));
  if (missing === undefined) return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${place(['accepts'])} found [${target.accepts.join(', ')}], expected ${missing} among them, because this ${effectWords[missing]}.`,
    hint: 'Nothing was sent to any target. Choose another target or other phases, or add it if the target may bear it.',
  });
}

const effectWords: Readonly<Record<EffectClass, string>> = {
  read: 'reads the target',
  write: 'writes to the target',
  load: 'puts load on the target in the performance phase',
};

/** Positive proof: the target itself must name a known test environment. Unknown counts as production. */
export function guardTarget(target: { readonly name: string; readonly environment: string }): void {
  if (isTestEnvironment(target.environment)) return;
  throw refused(
    `Target "${target.name}" says that its environment is "${target.environment}"; expected a test environment such as test, sandbox or staging.`,
    'Nothing was written to it. Point the target at a test environment.',
  );
}

function refused(message: string, hint: string): HarnessFault {
  return new HarnessFault({ code: 'GUARD_REFUSED', message, hint });
}
