import type { JournalRecord } from '../../model/observing/record.ts';
import type { Workplace } from '../workplace.ts';
import type { Agent } from './agent.ts';

export interface Probed {
  readonly answers: boolean;
  readonly detail: string;
}

/** Asks the target whether it is there: when told to, every few seconds while a phase runs, and right after a check did not pass. */
export interface Prober {
  ask(when: string): Promise<Probed>;
  /** Runs the work of a phase and probes beside it. */
  during<Result>(phase: string, work: () => Promise<Result>): Promise<Result>;
}

const everyMs = 5_000;
const answerWithinMs = 5_000;

export function openProber(agent: Agent, workplace: Workplace): Prober {
  let asking: Promise<Probed> | null = null;
  let isWantedAgain = false;

  async function ask(when: string): Promise<Probed> {
    const answer = await agent.ask('probe', null, answerWithinMs);
    const answers = answer.kind === 'answer';
    const { detail, skewMs = null } = answers
      ? (answer.value as { readonly detail: string; readonly skewMs?: number | null })
      : { detail: answer.fault.message };
    await workplace.record({
      kind: 'probe',
      when,
      result: answers ? 'answers' : 'silent',
      detail,
      skewMs,
    });
    return { answers, detail };
  }

  // One at a time; what fails while one is under way is told by the next.
  function askSoon(when: string): void {
    if (asking !== null) {
      isWantedAgain = true;
      return;
    }
    asking = ask(when).finally(() => {
      asking = null;
      if (!isWantedAgain) return;
      isWantedAgain = false;
      askSoon(when);
    });
    // A record that cannot be kept stops the run where somebody waits for one.
    asking.catch(() => undefined);
  }

  return {
    ask,
    during: async (phase, work) => {
      const unsubscribe = workplace.onRecord((record) => {
        if (didNotPass(record)) askSoon(`after ${record.checkId}`);
      });
      const timer = setInterval(() => askSoon(`during ${phase}`), everyMs);
      try {
        return await work();
      } finally {
        clearInterval(timer);
        unsubscribe();
        while (asking !== null) await asking.catch(() => undefined);
      }
    },
  };
}

function didNotPass(record: JournalRecord): record is Extract<JournalRecord, { kind: 'check-finished' }> {
  return record.kind === 'check-finished' && record.status !== 'passed';
}
