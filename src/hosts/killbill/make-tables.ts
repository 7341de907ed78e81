import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { lastLines, runCommand } from '../command.ts';
import type { ServerFiles } from './folders.ts';
import type { Jdk } from './java.ts';

/**
 * Writes the server's own table definitions, which lie in its jars, into one file. PostgreSQL's additions come first, because
 * the tables use the functions that stand in them.
 */
export async function makeTables(files: ServerFiles, jdk: Jdk): Promise<void> {
  if (existsSync(files.tables)) return;
  const workFolder = `${files.tables}.${process.pid}`;
  mkdirSync(workFolder, { recursive: true });
  try {
    await unpack(jdk, files, workFolder);
    const found = globSync('**/ddl{,-postgresql}.sql', { cwd: workFolder });
    const parts = found.toSorted(byKindThenName).map((file) => readFileSync(join(workFolder, file), 'utf8'));
    if (!found.some(isAddition)) throw failed(`Found no ddl-postgresql.sql in the jars of ${files.war}.`);
    writeFileSync(files.tables, parts.join('\n'));
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

function byKindThenName(left: string, right: string): number {
  return Number(isAddition(right)) - Number(isAddition(left)) || (left < right ? -1 : 1);
}

function isAddition(file: string): boolean {
  return basename(file) === 'ddl-postgresql.sql';
}

async function unpack(jdk: Jdk, { war, version }: ServerFiles, into: string): Promise<void> {
  const entries = (await jar(jdk, ['--list', '--file', war], into)).split('\n');
  const own = entries.filter((entry) =>
    new RegExp(`^WEB-INF/lib/killbill-[a-z]+-${version}\\.jar$`).test(entry),
  );
  await jar(jdk, ['--extract', '--file', war, ...own], into);
  for (const entry of own) {
    const folder = entry.replace(/^.*killbill-([a-z]+)-.*$/, 'org/killbill/billing/$1');
    const wanted = [`${folder}/ddl.sql`, `${folder}/ddl-postgresql.sql`];
    await jar(jdk, ['--extract', '--file', join(into, entry), ...wanted], into);
  }
}

async function jar({ jar: command }: Jdk, args: readonly string[], cwd: string): Promise<string> {
  const ended = await runCommand({ command, args, cwd, deadlineMs: 120_000 });
  if (ended.exitCode !== 0)
    throw failed(`"jar ${args[0]}" ended with ${ended.exitCode}: ${lastLines(ended, 2)}`);
  return ended.stdout;
}

function failed(message: string): HarnessFault {
  return new HarnessFault({
    code: 'TOOL_MISSING',
    message: `${message} Expected the table definitions of the server.`,
    hint: 'Use the in-memory database instead (database: memory), or another version.',
  });
}
