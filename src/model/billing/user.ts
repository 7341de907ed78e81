import type { LocalDate } from '../date.ts';

/** clerk: daily work; controller: also approves what moves money back or changes the books; admin: also sets up. */
export const roles = ['clerk', 'controller', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface NewUser {
  readonly name: string;
  readonly role: Role;
}

/** One thing that somebody changed. */
export interface AuditEntry {
  readonly on: LocalDate;
  readonly user: string;
  readonly role: Role;
  /** In the target's own words. */
  readonly action: string;
  /** Of what was changed or made. */
  readonly objectId: string;
  /** What it was and what it became, in the target's own form; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}
