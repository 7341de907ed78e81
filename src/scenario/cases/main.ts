import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HarnessFault } from '../../model/fault.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { readCaseFile } from './case-file.ts';
import { type CaseLine, caseLine, summaryOf } from './case-report.ts';
import { judgeCase } from './judge-case.ts';
import { oracleAnswerer } from './oracle-answerer.ts';
import type { PublishedCase } from './published-case.ts';
import { type ReadCase, readPublished } from './read-case.ts';
import { shippedCaseFiles } from './shipped-cases.ts';
import { openTargetSide, type TargetChoice } from './target-side.ts';

/** The process behind `tollgate cases`: cases from files, each on the oracle and on a target, one line of JSON each. */
try {
  process.exitCode = await judgeFiles(process.argv.slice(2));
} catch (error) {
  const fault = error instanceof HarnessFault ? error : null;
  process.stderr.write(fault === null ? `${String(error)}\n` : `${fault.message}\n${fault.hint}\n`);
  process.exitCode = fault?.exitCode ?? 70;
}

async function judgeFiles(argv: readonly string[]): Promise<number> {
  const { files, target } = readArguments(argv);
  // All files are read before any target hears of the first case: a mistake in the last one must not come too late.
  const published = files.flatMap(readFile);
  refuseRepeatedIds(published);
  const reads = published.map(readPublished);
  const lines: CaseLine[] = [];
  for (const read of reads) lines.push(write(caseLine(read.case, 'oracle', await onOracle(read))));
  if (target !== null) lines.push(...(await onTarget(reads, target)));
  write(summaryOf(lines));
  return lines.some(({ result }) => result === 'wrong') ? 1 : 0;
}

function onOracle(read: ReadCase) {
  return judgeCase(read, oracleAnswerer(referenceProfile));
}

async function onTarget(reads: readonly ReadCase[], choice: TargetChoice): Promise<readonly CaseLine[]> {
  const side = await openTargetSide(choice);
  try {
    const lines: CaseLine[] = [];
    for (const read of reads) lines.push(write(caseLine(read.case, 'target', await side.judge(read))));
    return lines;
  } finally {
    await side.close();
  }
}

interface CaseArguments {
  readonly files: readonly string[];
  readonly target: TargetChoice | null;
}

function readArguments(argv: readonly string[]): CaseArguments {
  const { values } = parsed(argv);
  const files = values.file ?? shippedCaseFiles;
  if (values.driver === undefined) return { files, target: null };
  const address = {
    url: values.url ?? '',
    options: optionsOf(values.options ?? process.env['TOLLGATE_TARGET_OPTIONS'] ?? '{}'),
  };
  return { files, target: { driver: values.driver, address, projectDir: process.cwd() } };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        file: { type: 'string', multiple: true },
        driver: { type: 'string' },
        url: { type: 'string' },
        options: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new HarnessFault({
      code: 'USAGE',
      message: cause instanceof Error ? cause.message : String(cause),
      hint: 'Give --file FILE, and --driver, --url and --options for a target.',
      cause,
    });
  }
}

function optionsOf(text: string): TargetChoice['address']['options'] {
  try {
    return JSON.parse(text) as TargetChoice['address']['options'];
  } catch (cause) {
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found --options ${text}, expected an object in JSON.`,
      hint: 'Write {"name": "value"}.',
      cause,
    });
  }
}

function readFile(file: string): readonly PublishedCase[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `${file}: found no file that can be read, expected a file of cases.`,
      hint: 'Check the path.',
      cause,
    });
  }
  return readCaseFile(text, file);
}

function refuseRepeatedIds(cases: readonly PublishedCase[]): void {
  const seen = new Map<string, PublishedCase>();
  for (const one of cases) {
    const first = seen.get(one.id);
    if (first !== undefined) {
      throw new HarnessFault({
        code: 'BAD_CONFIGURATION',
        message: `${one.file}, line ${one.line}, id: found "${one.id}" again, first in ${first.file}, line ${first.line}.`,
        hint: 'Give each case an id of its own.',
      });
    }
    seen.set(one.id, one);
  }
}

function write<T>(line: T): T {
  process.stdout.write(`${JSON.stringify(line)}\n`);
  return line;
}
