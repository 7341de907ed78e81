const attemptsMax = 3;

/** Whether a notification that failed is sent once more. */
export function isTriedAgain(attemptsMade: number): boolean {
  return attemptsMade < attemptsMax;
}
