import { HarnessFault } from '../model/fault.ts';

/** How long we wait for a target that asks us to come back later: once, how often, and altogether for one call. */
const waitMaxMs = 10_000;
const waitsMax = 3;
const allWaitsMaxMs = 12_000;
/** Where it does not say when. */
const unsaidMs = 1_000;

/** What one call has waited so far. */
export interface Waited {
  readonly times: number;
  readonly ms: number;
}

export const notWaited: Waited = { times: 0, ms: 0 };

/** For how long to wait now; null when that is more than we wait, or nothing that can be understood. */
export function waitMs(retryAfter: string | null, waited: Waited, nowMs: number): number | null {
  const wanted = wantedMs(retryAfter, nowMs);
  if (wanted === null || wanted > waitMaxMs) return null;
  if (waited.times >= waitsMax || waited.ms + wanted > allWaitsMaxMs) return null;
  return wanted;
}

/** Seconds, or a date of HTTP; a date that is over means now. */
function wantedMs(retryAfter: string | null, nowMs: number): number | null {
  if (retryAfter === null) return unsaidMs;
  const text = retryAfter.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const isDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(
    text,
  );
  const atMs = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}

export function busyTarget(what: string, retryAfter: string | null): HarnessFault {
  const said = retryAfter === null ? 'without saying when' : `with Retry-After: ${retryAfter.slice(0, 60)}`;
  return new HarnessFault({
    code: 'TARGET_BUSY',
    message: `The target asked us to come back later for ${what} (429 ${said}), expected to be served within ${waitsMax} waits of ${waitMaxMs / 1000} s, ${allWaitsMaxMs / 1000} s together.`,
    hint: 'Nothing was done by that call. Run again when the target has room, or raise its limit for this test.',
  });
}
