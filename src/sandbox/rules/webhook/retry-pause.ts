const firstPauseMs = 100;

/** How long to wait after so many attempts that failed: twice as long each time, so that a system that is down can come up. */
export function retryPauseMs(attemptsMade: number): number {
  return firstPauseMs * 2 ** (attemptsMade - 1);
}
