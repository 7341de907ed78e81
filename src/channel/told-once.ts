import type { ToolRecord } from '../model/observing/record.ts';

export type ChannelRole = 'session' | 'worker';

/** Who tells: two workers have two names. */
export interface Teller {
  readonly role: ChannelRole;
  readonly name: string;
}

/**
 * The same news twice is told once. A worker says at once that its check begins and how it ended. Its session hears that from
 * the tool up to a tenth of a second later, says it again, and is the one that is believed: what a worker says of a check
 * after its session has closed it comes from a body that nobody waits for any more.
 */
export class ToldOnce {
  readonly #begun = new Set<string>();
  /** Which worker said that it began. */
  readonly #beganIn = new Map<string, string>();
  readonly #endedByWorker = new Map<string, string>();
  readonly #closed = new Set<string>();

  /** Checks of the step that have begun, whoever said so. */
  get begun(): ReadonlySet<string> {
    return this.#begun;
  }

  /** What of the record is news: nothing when it is known, and that the check began when only its end was told. */
  newsIn({ role, name }: Teller, record: ToolRecord): readonly ToolRecord[] {
    switch (record.kind) {
      case 'check-started':
        return this.#begins({ role, name }, record.checkId) ? [record] : [];
      case 'check-finished':
        return this.#newsInEnd(role, record);
      default:
        return [record];
    }
  }

  #newsInEnd(
    role: ChannelRole,
    record: ToolRecord & { readonly kind: 'check-finished' },
  ): readonly ToolRecord[] {
    const { checkId, status } = record;
    const isUnheardOf = role === 'session' && !this.#begun.has(checkId);
    if (isUnheardOf) this.#begun.add(checkId);
    const isNew = role === 'worker' ? this.#endsInWorker(checkId, status) : this.#isClosed(checkId, status);
    return [
      ...(isUnheardOf ? [{ kind: 'check-started', checkId } as const] : []),
      ...(isNew ? [record] : []),
    ];
  }

  #begins({ role, name }: Teller, id: string): boolean {
    return role === 'worker' ? this.#beginsInWorker(name, id) : this.#beginsInSession(id);
  }

  #beginsInSession(id: string): boolean {
    const isNew = !this.#begun.has(id) || this.#closed.has(id);
    this.#begun.add(id);
    return isNew;
  }

  // In a second worker it begins a second time, whatever the session makes of that.
  #beginsInWorker(worker: string, id: string): boolean {
    if (this.#closed.has(id)) return false;
    const before = this.#beganIn.get(id) ?? worker;
    const isNew = !this.#begun.has(id) || before !== worker;
    this.#begun.add(id);
    this.#beganIn.set(id, worker);
    return isNew;
  }

  #endsInWorker(id: string, status: string): boolean {
    if (this.#closed.has(id)) return false;
    this.#endedByWorker.set(id, status);
    return true;
  }

  #isClosed(id: string, status: string): boolean {
    const isNew = this.#closed.has(id) || this.#endedByWorker.get(id) !== status;
    this.#closed.add(id);
    return isNew;
  }
}
