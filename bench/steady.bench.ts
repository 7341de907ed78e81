import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  newProject,
  removeProjects,
  runFolder,
  startTollgate,
  verdictIn,
} from '../src/cli/end-to-end/test-run.fixture.ts';
import { reasonsIn } from './faults/hold.ts';
import { hostedTarget, shortProject } from './faults/setup.ts';

/**
 * Runs of the short profile on the healthy sandbox, one after the other, while one processor is kept busy: a run that spoils
 * itself by a false alarm is found here.
 *
 *   npm run bench -- steady [N]
 */
const count = Number(process.argv[2] ?? 100);
const conclusiveMin = 0.99;
const conclusive = new Set(['GO', 'NO-GO']);

const burner = burn();
process.once('exit', () => burner.kill('SIGKILL'));
process.exitCode = await bench();
burner.kill('SIGKILL');

async function bench(): Promise<number> {
  const words: string[] = [];
  for (let number = 1; number <= count; number += 1) words.push(await oneRun(number));
  const decided = words.filter((word) => conclusive.has(word)).length;
  const go = words.filter((word) => word === 'GO').length;
  line(`${count} runs: ${decided} conclusive, ${go} GO`);
  const isSteady = decided >= Math.ceil(count * conclusiveMin) && go === decided;
  if (go === count) await removeProjects();
  return isSteady ? 0 : 1;
}

/** The word of its verdict, or how it ended without one. */
async function oneRun(number: number): Promise<string> {
  const project = await newProject(shortProject(hostedTarget));
  const began = performance.now();
  const ended = await startTollgate(project, ['run']).ended;
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    const runDir = runFolder(project, ended);
    const verdict = await verdictIn(runDir);
    line(`${String(number).padStart(3)}  ${verdict.verdict}, exit code ${ended.exitCode}, ${took}`);
    if (verdict.verdict === 'GO' && ended.exitCode === 0) return 'GO';
    for (const reason of reasonsIn({ verdict })) line(`     - ${reason}`);
    line(`     run folder: ${runDir}`);
    return verdict.verdict === 'GO' ? `GO with exit code ${ended.exitCode}` : verdict.verdict;
  } catch (error) {
    line(`${String(number).padStart(3)}  no verdict, exit code ${ended.exitCode}, ${took}: ${error}`);
    for (const one of ended.stderr.trim().split('\n').slice(-20)) line(`     | ${one}`);
    return 'none';
  }
}

function burn(): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'steady', 'burner.ts')], { stdio: 'ignore' });
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
