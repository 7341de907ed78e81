import { HarnessFault } from '../../model/fault.ts';

/** What nobody can say to this target: no call is made, and nothing is proven about it. */
export function refuse(operation: string, found: string): never {
  throw new HarnessFault({
    code: 'TARGET_REFUSED',
    message: `Found ${found}, which driver "killbill" cannot put to Kill Bill (${operation}).`,
    hint: 'A check that needs it names a capability for it, which this driver does not declare.',
  });
}
