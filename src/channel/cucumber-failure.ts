/**
 * Cucumber hands on an error's class and text only, and whose fault it was stands in its code. The step that failed leaves
 * the error here and the reporter takes it; scenarios of one process run one after the other.
 */
let last: unknown = null;

export function noteFailure(error: unknown): void {
  last = error;
}

/** The error noted since the last call, or null. */
export function takeFailure(): unknown {
  const taken = last;
  last = null;
  return taken;
}
