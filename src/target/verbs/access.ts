import type { AuditEntry, NewUser } from '../../model/billing/user.ts';
import type { TargetSession } from '../session.ts';

export interface AccessVerbs {
  /** The same world in the name of a new user, who may do what his role may. Closing it closes nothing but itself. */
  asUser(user: NewUser): Promise<TargetSession>;
  /** Everything that was changed in this world, in order; nobody can take an entry back. */
  auditTrail(): Promise<readonly AuditEntry[]>;
  /** The name with the version that a change of it has to state. */
  customerName(customerId: string): Promise<VersionedName>;
  /** Refused when somebody else changed the customer since that version was read. */
  renameCustomer(customerId: string, change: VersionedName): Promise<VersionedName>;
}

export interface VersionedName {
  readonly name: string;
  readonly version: number;
}
