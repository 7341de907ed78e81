import { join } from 'node:path';
import type { HostedTarget } from '../../hosts/host.ts';
import { hostNamed } from '../../hosts/targets.ts';
import { HarnessFault } from '../../model/fault.ts';
import { guardTarget } from '../guard/guard.ts';
import { toolEnvironment } from '../processes/tool-environment.ts';
import type { RunRequest } from '../request.ts';
import type { Workplace } from '../workplace.ts';
import type { Agent } from './agent.ts';
import type { Described } from './described.ts';

export interface ReachedTarget extends HostedTarget {
  /** Why it could not be started; null when it runs, or runs already. */
  readonly fault: HarnessFault | null;
}

/** A target that cannot be started is no reason to give no verdict: its run says so, phase by phase. */
export async function reachTarget(workplace: Workplace, request: RunRequest): Promise<ReachedTarget> {
  const { place } = request.target;
  const nothing = async () => undefined;
  if (place.kind === 'address') return { url: place.url, stop: nothing, fault: null };
  try {
    const hosted = await hostNamed(place.host).start({
      dataDir: join(workplace.runDir, 'target'),
      start: workplace.start,
      env: toolEnvironment(process.env, {}),
      defect: place.defect,
      settings: place.settings,
    });
    return { ...hosted, fault: null };
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    return { url: '', stop: nothing, fault: error };
  }
}

/** What the target says of itself, past the guard; null when it does not answer. */
export async function describe(agent: Agent, request: RunRequest): Promise<Described | null> {
  const answer = await agent.ask('describe', null);
  if (answer.kind === 'answer') {
    const described = answer.value as Described;
    guardTarget({ name: request.target.name, environment: described.environment });
    return described;
  }
  const { code } = answer.fault;
  // One that answers nonsense has not said what it is, either.
  if (code === 'TARGET_UNREACHABLE' || code === 'TARGET_REFUSED') return null;
  throw atItsLine(answer.fault, request.target.fieldPlace(['driver']));
}

/** A driver is looked for where foreign code may be loaded, far from the file that names it. */
function atItsLine(fault: HarnessFault, place: string): HarnessFault {
  const { code, message, hint } = fault;
  if (code !== 'BAD_CONFIGURATION' || /^tollgate\.yaml:\d+:/.test(message)) return fault;
  return new HarnessFault({ code, message: `${place} ${message}`, hint, cause: fault });
}
