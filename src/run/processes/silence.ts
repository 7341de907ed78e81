import type { StepSigns } from '../../channel/server.ts';
import { listProcesses } from './process-list.ts';

export interface SilenceWatch {
  readonly signs: () => StepSigns;
  /** Process group of the tool. */
  readonly group: number;
  readonly silenceMs: number;
  readonly onSilent: (why: string) => void;
}

/**
 * Watches a tool at work: each process that is connected to the run must be heard of, and none of its group may be held by a
 * stop signal. A tool whose session has nothing to do is not watched. Answers how to end the watch.
 */
export function watchSilence({ signs, group, silenceMs, onSilent }: SilenceWatch): () => void {
  const everyMs = Math.max(50, Math.min(1_000, silenceMs / 4));
  const quiet = new QuietTimes();
  let last = performance.now();

  async function look(): Promise<void> {
    const now = performance.now();
    // While we were held up ourselves nobody could be heard, so that time is nobody's silence.
    const passedMs = Math.min(now - last, 2 * everyMs);
    last = now;
    const { session, processes } = signs();
    const watched = session === 'idle' ? [] : [...processes, ...(await stoppedIn(group))];
    const silent = quiet.after(passedMs, watched).find(({ forMs }) => forMs >= silenceMs);
    if (silent === undefined) return;
    clearInterval(timer);
    onSilent(`silent: ${silent.name} gave no sign of life for ${Math.round(silent.forMs / 1000)} s.`);
  }

  const timer = setInterval(() => void look().catch(() => undefined), everyMs).unref();
  return () => clearInterval(timer);
}

interface Watched {
  readonly name: string;
  readonly heard: number;
}

/** How long each process has not been heard of. */
class QuietTimes {
  #times = new Map<string, { readonly heard: number; readonly forMs: number }>();

  after(passedMs: number, watched: readonly Watched[]) {
    const next = watched.map(({ name, heard }) => {
      const before = this.#times.get(name);
      return { name, heard, forMs: before?.heard === heard ? before.forMs + passedMs : 0 };
    });
    this.#times = new Map(next.map((one) => [one.name, one]));
    return next;
  }
}

/** As if they were connected and never said anything: k6, for one, does not know the channel. */
async function stoppedIn(group: number): Promise<readonly Watched[]> {
  const held = (await listProcesses()).filter((one) => one.group === group && one.isStopped);
  return held.map(({ pid }) => ({ name: `process ${pid}, held by a stop signal,`, heard: 0 }));
}
