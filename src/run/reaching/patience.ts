/** Waits for an answer, but not for ever: answers null when it is late. */
export type Patience = <Answer>(answer: Promise<Answer>, withinMs: number) => Promise<Answer | null>;

/**
 * Each answer may take its time; once somebody asked the run to end there is `hurriedMs` for all of them together, also for
 * those that are waited for just then: a target that hangs must not keep the run from being sealed.
 */
export function openPatience(ending: AbortSignal | null, hurriedMs: number): Patience {
  let leftMs = hurriedMs;
  return async (answer, withinMs) => {
    const late = Promise.withResolvers<null>();
    const giveUpAfter = (ms: number) => setTimeout(() => late.resolve(null), ms);
    let timer = giveUpAfter(ending?.aborted === true ? Math.min(leftMs, withinMs) : withinMs);
    let hurriedFromMs = performance.now();
    const hurry = () => {
      clearTimeout(timer);
      hurriedFromMs = performance.now();
      timer = giveUpAfter(leftMs);
    };
    ending?.addEventListener('abort', hurry);
    try {
      return await Promise.race([answer, late.promise]);
    } finally {
      clearTimeout(timer);
      ending?.removeEventListener('abort', hurry);
      if (ending?.aborted === true) leftMs = Math.max(0, leftMs - (performance.now() - hurriedFromMs));
    }
  };
}
