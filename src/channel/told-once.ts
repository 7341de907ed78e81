import type { ToolRecord } from '../model/observing/record.ts';

export type ChannelRole = 'session' | 'worker';

/**
 * The same news twice is told once. A worker says at once that its check begins and how it ended. Its session hears that from
 * the tool up to a tenth of a second later, says it again, and is the one that is believed: what a worker says of a check
 * after its session has closed it comes from a body that nobody waits for any more.
 */
export class ToldOnce {
  readonly #begun = new Set<string>();
  readonly #endedByWorker = new Map<string, string>();
  readonly #closed = new Set<string>();

  /** Checks of the step that have begun, whoever said so. */
  get begun(): ReadonlySet<string> {
    return this.#begun;
  }

  /** What of the record is news: nothing when it is known, and that the check began when only its end was told. */
  newsIn(role: ChannelRole, record: ToolRecord): readonly ToolRecord[] {
    if (record.kind === 'check-started') return this.#begins(role, record.checkId) ? [record] : [];
    if (record.kind !== 'check-finished') return [record];
    const { checkId, status } = record;
    const isUnheardOf = role === 'session' && !this.#begun.has(checkId);
    if (isUnheardOf) this.#begun.add(checkId);
    const isNew = role === 'worker' ? this.#endsInWorker(checkId, status) : this.#isClosed(checkId, status);
    return [
      ...(isUnheardOf ? [{ kind: 'check-started', checkId } as const] : []),
      ...(isNew ? [record] : []),
    ];
  }

  #begins(role: ChannelRole, id: string): boolean {
    if (role === 'worker' && this.#closed.has(id)) return false;
    const isNew = !this.#begun.has(id) || this.#closed.has(id);
    this.#begun.add(id);
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
