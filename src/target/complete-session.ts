import { HarnessFault } from '../model/fault.ts';
import type { OfferedSession, TargetSession } from './session.ts';

/** A session of which every verb can be called: one that the driver left out says that the target cannot do it. */
export function completeSession(offered: OfferedSession, driver: string): TargetSession {
  return new Proxy(offered, {
    get(session, verb) {
      const own: unknown = Reflect.get(session, verb, session);
      if (typeof own === 'function') return own.bind(session);
      // A promise that resolves with a session asks it for `then`.
      if (own !== undefined || typeof verb !== 'string' || verb === 'then') return own;
      return () => Promise.reject(absent(verb, driver));
    },
  }) as TargetSession;
}

function absent(verb: string, driver: string): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_REFUSED',
    message: `Found no verb \`${verb}\` in driver "${driver}", expected one because a check uses it.`,
    hint: 'Add the verb to the driver, or do not declare the capability that the check needs.',
  });
}
