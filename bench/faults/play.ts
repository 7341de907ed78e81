import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, runFolder } from '../../src/cli/end-to-end/test-run.fixture.ts';
import type { VerdictDocument } from '../../src/model/deciding/verdict.ts';
import type { JournalRecord } from '../../src/model/observing/record.ts';
import { complaintsOf } from './hold.ts';
import { endLeftBehind } from './left-behind.ts';
import type { Row, Seen } from './row.ts';
import { openScene, type Scene, type SceneOptions } from './scene.ts';

/** What became of one row. */
export interface Played {
  readonly row: Row;
  /** Empty when it holds. */
  readonly complaints: readonly string[];
  /** What happened, for the reader of the line. */
  readonly happened: string;
  readonly seconds: number;
  /** Kept on disk when it does not hold. */
  readonly runDir: string | null;
  readonly printed: string;
}

/** Plays the row to its end. Whatever goes wrong, also in the bench itself, makes it a row that does not hold. */
export async function play(row: Row, options: SceneOptions): Promise<Played> {
  const began = performance.now();
  const played = await playIn(row, options).catch(
    (error): Omit<Played, 'row' | 'seconds'> => ({
      complaints: [`not possible here: ${error instanceof Error ? error.message : error}`],
      happened: 'was not played',
      runDir: null,
      printed: error instanceof Error ? (error.stack ?? '') : '',
    }),
  );
  return { row, ...played, seconds: (performance.now() - began) / 1000 };
}

async function playIn(row: Row, options: SceneOptions): Promise<Omit<Played, 'row' | 'seconds'>> {
  const { scene, close } = await openScene(row.setup, options);
  try {
    const ended = await inTime(row, scene);
    const seen = ended === 'hangs' ? null : whatIsSeen(scene, ended);
    const complaints = seen === null ? ['it hangs'] : await complaintsOf(row.expect, seen);
    const left = await endLeftBehind(scene.project);
    return {
      complaints: [...complaints, ...unmetRules(scene), ...left.map((command) => `left behind: ${command}`)],
      happened: seen === null ? 'hangs' : happened(seen),
      runDir: seen?.runDir ?? null,
      printed: seen === null ? '' : `${seen.ended.stdout}\n${seen.ended.stderr}`,
    };
  } finally {
    await close();
  }
}

/** A row whose fault met nothing shows nothing, whatever its run ended with. */
function unmetRules(scene: Scene): string[] {
  const { reach } = scene.setup;
  const unmet = reach === 'by-proxy' || reach === 'by-tls-proxy' ? scene.proxy.unmet : 0;
  return unmet === 0 ? [] : [`${unmet} faults of the proxy met no request, so that nothing is shown`];
}

async function inTime(row: Row, scene: Scene): Promise<Ended | 'hangs'> {
  const limitMs = (row.expect.hangsAfterSeconds ?? 300) * 1000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'hangs'>((resolve) => {
    timer = setTimeout(() => resolve('hangs'), limitMs);
  });
  try {
    return await Promise.race([row.fault(scene), late]);
  } finally {
    clearTimeout(timer);
  }
}

export function whatIsSeen(scene: Scene, ended: Ended): Seen {
  const runDir = announced(scene.project, ended);
  const read = (name: string) =>
    runDir !== null && existsSync(join(runDir, name)) ? readFileSync(join(runDir, name), 'utf8') : null;
  const verdict = read('verdict.json');
  return {
    scene,
    ended,
    runDir,
    verdict: verdict === null ? null : (JSON.parse(verdict) as VerdictDocument),
    records: (read('journal.ndjson') ?? '').split('\n').flatMap(recordOf),
  };
}

function announced(project: string, ended: Ended): string | null {
  try {
    return runFolder(project, ended);
  } catch {
    return null;
  }
}

/** A fault may have torn a line; what is whole is seen. */
function recordOf(line: string): JournalRecord[] {
  try {
    return [(JSON.parse(line) as { readonly record: JournalRecord }).record];
  } catch {
    return [];
  }
}

function happened({ ended, verdict }: Seen): string {
  const end = ended.signal === null ? `exit ${ended.exitCode}` : `signal ${ended.signal}`;
  return verdict === null ? end : `${end} ${verdict.verdict}`;
}
