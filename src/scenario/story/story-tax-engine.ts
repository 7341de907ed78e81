import type { Decimal } from '../../model/decimal.ts';
import { openTaxEngine, type TaxEngine } from '../../neighbours/tax-engine.ts';
import type { TargetSession } from '../../target/session.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { StoryClock } from './story-clock.ts';

/** The system that knows the tax, where the target asks one: simulated, on this machine only. */
export class StoryTaxEngine {
  #ratePercent: Decimal | null = null;
  #engine: TaxEngine | null = null;

  constructor(clock: StoryClock) {
    clock.prepare((session) => this.#connect(session));
  }

  /** For every line, whatever it is for. */
  decide(ratePercent: Decimal): void {
    if (this.#ratePercent !== null) throw new ScenarioDefect('Found a second tax engine, expected one.');
    this.#ratePercent = ratePercent;
  }

  /** From now on nothing is answered, or everything again. */
  behave(how: 'well' | 'away'): void {
    if (this.#engine === null)
      throw new ScenarioDefect(
        'Found no tax engine, expected one that has been asked or named a day before.',
      );
    this.#engine.behave({ kind: how });
  }

  async close(): Promise<void> {
    await this.#engine?.close();
    this.#engine = null;
  }

  async #connect(session: TargetSession): Promise<void> {
    if (this.#ratePercent === null || this.#engine !== null) return;
    this.#engine = await openTaxEngine();
    this.#engine.setRate('', this.#ratePercent);
    await session.connectNeighbour({ kind: 'tax-engine', url: this.#engine.url });
  }
}
