import { removeProjects, twoAtATime } from '../../src/cli/end-to-end/test-run.fixture.ts';
import { type Control, Controls } from './controls.ts';
import type { Played } from './play.ts';
import type { Row } from './row.ts';
import { rows } from './rows/index.ts';
import { playWithControl } from './with-control.ts';

/**
 * `npm run faults [-- ROW…]`: real faults against real runs. A word is a row ("27a"), a number of the note ("27") or a
 * group ("B"); without words all rows run. Ends with 0 only when every row holds and every control is GO.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = rows.filter((row) => words.length === 0 || words.some((word) => isMeant(row, word)));
const controls = new Controls();
const inTurn = twoAtATime();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (process.argv.includes('--list')) {
  for (const { id, title } of chosen) line(`${id.padEnd(5)} ${title}`);
} else if (chosen.length === 0) {
  line(`No row is called ${words.join(' or ')}; see npm run faults -- --list`);
  process.exitCode = 64;
} else {
  process.exitCode = await bench(chosen);
}

async function bench(toPlay: readonly Row[]): Promise<number> {
  const played = await Promise.all(
    toPlay.map((row) =>
      inTurn(async () => {
        const one = await playWithControl(row, controls);
        line(lineOf(one));
        // At once: a bench that is stopped, or cut, has still said why.
        if (notHeld(one)) detail(one);
        return one;
      }),
    ),
  );
  const ran = await controls.all();
  for (const one of ran.filter(({ isGo }) => !isGo)) controlDetail(one);
  const [failed, notGo] = [played.filter(notHeld).length, ran.filter(({ isGo }) => !isGo).length];
  if (failed > 0)
    line(
      `not held: ${played
        .filter(notHeld)
        .map(({ row }) => row.id)
        .join(' ')}`,
    );
  line(
    `${played.length - failed} rows held, ${failed} failed; ${ran.length - notGo} controls GO, ${notGo} not`,
  );
  if (failed + notGo === 0) await removeProjects();
  return failed + notGo === 0 ? 0 : 1;
}

function isMeant({ id, group }: Row, word: string): boolean {
  return word === group || word === id || (/^\d+$/.test(word) && id.replace(/\D.*$/, '') === word);
}

function notHeld({ complaints }: Played): boolean {
  return complaints.length > 0;
}

function lineOf({ row, complaints, happened, seconds }: Played): string {
  const word = complaints.length === 0 ? 'held    ' : 'NOT HELD';
  return `${word} ${row.id.padEnd(5)} ${row.title}: ${happened}, ${seconds.toFixed(1)} s`;
}

function detail({ row, complaints, runDir, printed }: Played): void {
  line(`\n${row.id} ${row.title}`);
  for (const complaint of complaints) line(`  - ${complaint}`);
  line(`  run folder: ${runDir ?? 'none'}`);
  line(tail(printed));
}

function controlDetail({ setup, runDir, printed }: Control): void {
  line(`\na control (${setup.reach}) did not end GO; run folder: ${runDir ?? 'none'}`);
  line(tail(printed));
}

function tail(text: string): string {
  const lines = text.trim().split('\n').slice(-45);
  return lines.map((one) => `  | ${one}`).join('\n');
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
