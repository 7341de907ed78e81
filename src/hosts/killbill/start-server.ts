import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import type { HostProcess, HostRequest } from '../host.ts';
import { serverArguments } from './command-line.ts';
import type { ServerFiles } from './folders.ts';
import { logSettings } from './log-settings.ts';
import { type DatabaseAccess, serverProperties } from './properties.ts';
import { healthy, shortcoming } from './readiness.ts';
import { brokenPart, listeningUrl, reasonIn } from './server-log.ts';

/** Seen: 8 to 24 s, and 140 s where twenty others wanted the same two cores. One that cannot start says so much earlier. */
const readyWithinMs = 480_000;
const deadlineMs = 24 * 3_600_000;

export interface ServerRequest extends Pick<HostRequest, 'dataDir' | 'start' | 'env'> {
  readonly files: ServerFiles;
  readonly java: string;
  readonly access: DatabaseAccess;
  /** For what is of no use once the server has ended. */
  readonly folder: string;
}

export interface RunningServer {
  readonly url: string;
  readonly process: HostProcess;
}

/** Starts the server and waits until it does real work; one that only says that it is healthy is ended, with its own words. */
export async function startServer(request: ServerRequest): Promise<RunningServer> {
  const { dataDir, files, java, access, start, env } = request;
  const work = join(request.folder, 'server');
  const temporary = join(work, 'temporary');
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  await mkdir(dataDir, { recursive: true });
  const logFile = newLogFile(dataDir);
  await writeFile(join(work, 'logback.xml'), logSettings(logFile));
  await writeFile(join(work, 'killbill.properties'), serverProperties(access, work), { mode: 0o600 });
  const args = serverArguments(files, { work, temporary });
  const server = start({ command: java, args, cwd: work, env, deadlineMs });
  try {
    return { process: server, url: await ready(server, { version: files.version, logFile }) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A run that is taken up again has the log of its first part there already. */
function newLogFile(dataDir: string): string {
  for (let part = 1; ; part += 1) {
    const file = join(dataDir, part === 1 ? 'server.log' : `server-${part}.log`);
    if (!existsSync(file)) return file;
  }
}

interface Awaited {
  readonly version: string;
  readonly logFile: string;
}

async function ready(server: HostProcess, { version, logFile }: Awaited): Promise<string> {
  const gaveUp = new AbortController();
  const obstacle = untilItFails(server, gaveUp.signal);
  const log = () => readFile(logFile, 'utf8').catch(() => '');
  try {
    const url = await Promise.race([obstacle, listening(server)]);
    await Promise.race([obstacle, healthy(url, gaveUp.signal)]);
    const lacks = brokenPart(await log()) ?? (await shortcoming(url, version));
    if (lacks !== null) throw new Error(`it says that it is healthy, but ${lacks}`);
    return url;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw notReady(version, { what, reason: reasonIn(await log()), logFile });
  } finally {
    gaveUp.abort();
  }
}

function listening(server: HostProcess): Promise<string> {
  return new Promise((resolve) => {
    server.onLine((line) => {
      const url = listeningUrl(line);
      if (url !== null) resolve(url);
    });
  });
}

/** Rejects when it ends, says that it cannot start, or takes too long. */
function untilItFails(server: HostProcess, over: AbortSignal): Promise<never> {
  const failed = Promise.withResolvers<never>();
  const fail = (what: string) => failed.reject(new Error(what));
  const timer = setTimeout(() => fail(`it was not ready within ${readyWithinMs / 1000} s`), readyWithinMs);
  over.addEventListener('abort', () => clearTimeout(timer));
  server.onLine((line) => {
    if (line.includes('Failed startup of context')) fail(line.trim().slice(0, 300));
    const broken = brokenPart(line);
    if (broken !== null) fail(`a part of it did not start: ${broken}`);
  });
  void server.exit.then(({ exitCode, signal, output }) =>
    fail(`it ended with ${signal ?? `exit code ${exitCode}`}: ${output.trim().slice(-500)}`),
  );
  failed.promise.catch(() => undefined);
  return failed.promise;
}

interface Failure {
  readonly what: string;
  readonly reason: string;
  readonly logFile: string;
}

function notReady(version: string, { what, reason, logFile }: Failure): HarnessFault {
  const said = reason === '' ? '' : `\nIts log says:\n${reason}`;
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `Kill Bill ${version} could not be started: ${what}.${said}`,
    hint: `All that it said stands in ${logFile}.`,
  });
}
