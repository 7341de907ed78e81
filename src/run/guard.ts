import { HarnessFault } from '../model/fault.ts';
import { isTestEnvironment } from '../model/test-environment.ts';

/**
 * Positive proof before anything is written: the project declares the target a test target (the configuration cannot be read
 * otherwise), and the target itself must name a known test environment. Unknown counts as production.
 */
export function guardTarget(target: { readonly name: string; readonly environment: string }): void {
  if (isTestEnvironment(target.environment)) return;
  throw new HarnessFault({
    code: 'GUARD_REFUSED',
    message: `Target "${target.name}" says that its environment is "${target.environment}"; expected a test environment such as test, sandbox or staging.`,
    hint: 'Nothing was written to it. Point the target at a test environment.',
  });
}
