/** Errors that came when nobody ran who could be blamed for them, as one sentence each. */
export type StrayErrors = readonly string[];

/**
 * Catches what a check left behind and what fails only after it passed: without this the process would end with the rest of
 * its checks, and say of none of them what happened. While a step runs, cucumber listens itself and fails that step.
 */
export function watchStrayErrors(lastCheck: () => string | null): StrayErrors {
  const found: string[] = [];
  process.on('uncaughtException', (error: unknown) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    const text = error instanceof Error ? error.message : String(error);
    const last = lastCheck();
    found.push(
      `${text} (${last === null ? 'before any check began' : `the last check that began was "${last}"`})`,
    );
  });
  return found;
}
