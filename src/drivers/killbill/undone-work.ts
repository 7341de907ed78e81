import { TargetRefusal } from '../../target/session.ts';

/** So long nothing of it may move before it counts as left undone. */
const unmovedForMs = 40_000;
/** A server that answers so many questions meanwhile had the time for it. */
const answersMin = 200;

/**
 * Tells a server that does not do what is due from one that is slow: where the very same pieces lie in its queues for long, and it
 * answers all the while, it will not do them. That is the server's failure, as an error in its answer would be.
 */
export class UndoneWork {
  readonly #clock: () => number;
  #due = '';
  #since = 0;
  #answers = 0;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  look(due: readonly string[]): void {
    const found = due.toSorted().join(', ');
    this.#answers += 1;
    if (found === this.#due) return;
    this.#due = found;
    this.#since = this.#clock();
    this.#answers = 0;
  }

  /** Null as long as it may still come. */
  refusal(): TargetRefusal | null {
    const unmovedMs = this.#clock() - this.#since;
    if (this.#due === '' || unmovedMs < unmovedForMs || this.#answers < answersMin) return null;
    const seconds = Math.floor(unmovedMs / 1000);
    const answer = `left undone for ${seconds} s, in which it answered ${this.#answers} questions: ${this.#due}`;
    return new TargetRefusal({ operation: 'clock.settle', status: 500, answer });
  }
}
