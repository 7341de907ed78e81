import type { CheckError } from '../../../model/observing/record.ts';

/** A try before the last one, which the tool made again by itself. */
export interface EarlierTry {
  readonly status: 'failed' | 'broken';
  readonly error: CheckError | null;
}

/** One result as a report of any format says it. skipped is no result. */
export interface SuiteResult {
  readonly titlePath: readonly string[];
  /** How a project may write it in its list of checks, the most exact first. */
  readonly spellings: readonly string[];
  readonly outcome: 'passed' | 'failed' | 'error' | 'skipped';
  readonly durationMs: number;
  readonly error: CheckError | null;
  readonly earlier: readonly EarlierTry[];
}

/** When a report says that it was made. */
export interface StatedTime {
  readonly text: string;
  /** Without a zone: as if it were UTC. */
  readonly atMs: number;
  readonly zone: 'stated' | 'unknown';
}

/** What one report file holds. */
export interface ReportContent {
  readonly results: readonly SuiteResult[];
  readonly times: readonly StatedTime[];
  /** Totals that the file states and that do not add up with what it holds. */
  readonly badTotals: readonly string[];
  /** Errors that belong to no result. */
  readonly runErrors: readonly string[];
}

/** A report that is not read any further; the message says why in plain words. */
export class ReportRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReportRefused';
  }
}

/** Titles without those that say nothing: empty ones, and one that repeats the title before it. */
export function plainPath(titles: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const title of titles.map((one) => one.trim())) {
    if (title !== '' && title !== kept.at(-1)) kept.push(title);
  }
  return kept;
}

/** Ways to write a result down: its whole path, shorter ends of it, its name, and what the tool's users write besides. */
export function spellingsOf(
  titlePath: readonly string[],
  besides: readonly string[] = [],
): readonly string[] {
  const ends = titlePath.map((_, index) => titlePath.slice(index).join(' › '));
  return [...new Set([...ends.slice(0, -1), ...besides, ...ends.slice(-1)])];
}

/** The beginning of a text, so that one failure cannot fill the journal. */
export function shortened(text: string): string {
  return text.length > textKept ? `${text.slice(0, textKept)}… (${text.length} characters)` : text;
}

const textKept = 16 * 1024;
