const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;

/** "85 ms", "12.4 s", "6 min 12 s", "1 h 04 min". */
export function durationInWords(durationMs: number): string {
  const ms = Math.max(0, Math.round(durationMs));
  if (ms < secondMs) return `${ms} ms`;
  if (ms < minuteMs) return `${tenthsOfSeconds(ms)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min ${Math.floor((ms % minuteMs) / secondMs)} s`;
  const minutes = String(Math.floor((ms % hourMs) / minuteMs)).padStart(2, '0');
  return `${Math.floor(ms / hourMs)} h ${minutes} min`;
}

/** Seconds with three places, as JUnit counts time. */
export function seconds(durationMs: number): string {
  const ms = Math.max(0, Math.round(durationMs));
  return `${Math.floor(ms / secondMs)}.${String(ms % secondMs).padStart(3, '0')}`;
}

/** "2026-11-22 05:42:10 UTC"; text that is no instant is shown as it is. */
export function momentInWords(instant: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(instant);
  return match === null ? instant : `${match[1]} ${match[2]} UTC`;
}

/** Milliseconds between two instants; 0 when they cannot be read or run backwards. */
export function elapsedMs(from: string, to: string): number {
  const elapsed = Date.parse(to) - Date.parse(from);
  return Number.isFinite(elapsed) && elapsed > 0 ? elapsed : 0;
}

function tenthsOfSeconds(ms: number): string {
  const tenths = Math.floor(ms / 100);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
