import type { FileStamp } from './report-files.ts';
import type { ReportContent, StatedTime } from './suite-result.ts';

/** Some file systems keep whole seconds only. */
const coarseClockMs = 2_000;
/** A tool in a container or on another machine may have a clock of its own. */
const otherClockMs = 60_000;
/** So many measured times do not repeat to the last digit by chance. */
const measuredMin = 3;

export interface FreshnessCase {
  /** As the file stood before the command started; null when it was not there. */
  readonly before: FileStamp | null;
  readonly after: FileStamp;
  readonly startedAtMs: number;
}

/** How far this machine's clock was ahead of UTC at a moment; it changes with summer time. */
type OffsetAt = (atMs: number) => number;
const machineOffset: OffsetAt = (atMs) => -new Date(atMs).getTimezoneOffset() * 60_000;

/** Why a file cannot be of this run by its own state; null when it can. */
export function staleFile({ before, after, startedAtMs }: FreshnessCase): string | null {
  if (before !== null && before.mtimeNs === after.mtimeNs)
    return 'it is stale: the file that was there before the command started, and the command did not write it';
  const writtenAtMs = Number(after.mtimeNs / 1_000_000n);
  if (writtenAtMs < startedAtMs - coarseClockMs)
    return `it is stale: written ${iso(writtenAtMs)}, before the command started at ${iso(startedAtMs)}`;
  return null;
}

/** Why a file's content cannot be of this run; null when it can. */
export function staleContent(
  { times, results }: Pick<ReportContent, 'times' | 'results'>,
  ages: FreshnessCase,
  offsetAt: OffsetAt = machineOffset,
): string | null {
  const { before, after, startedAtMs } = ages;
  const old = times.find((time) => !canBeOfThisRun(time, ages, offsetAt));
  if (old !== undefined)
    return `it is stale: it says that it is of ${old.text}, and the command started at ${iso(startedAtMs)}`;
  const isCopy = before?.sha256 === after.sha256 && times.length === 0;
  const measured = results.filter(({ durationMs }) => durationMs > 0).length;
  return isCopy && measured >= measuredMin
    ? 'it is stale: byte for byte the report that was there before the command started, with the same measured times'
    : null;
}

/**
 * Without a zone a time is UTC or this machine's. One reading must fit from both sides: east of Greenwich the local time of an
 * old report, read as UTC, lies ahead.
 */
function canBeOfThisRun(
  { atMs, zone }: StatedTime,
  { after, startedAtMs }: FreshnessCase,
  offsetAt: OffsetAt,
) {
  if (zone === 'stated') return atMs >= startedAtMs - otherClockMs;
  const writtenAtMs = Number(after.mtimeNs / 1_000_000n);
  const readings = [0, offsetAt(startedAtMs), offsetAt(writtenAtMs)].map((offsetMs) => atMs - offsetMs);
  return readings.some(
    (reading) => reading >= startedAtMs - otherClockMs && reading <= writtenAtMs + otherClockMs,
  );
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
