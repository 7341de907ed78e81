import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HarnessFault } from '../../model/fault.ts';
import { lastLines, runCommand } from '../command.ts';
import { freePort } from '../free-port.ts';
import type { HostProcess, HostProcessStarter } from '../host.ts';
import { neededPostgres } from './binaries.ts';
import { type OtherUser, otherUser } from './other-user.ts';

/** A database server of our own, for the time of a run. */
export interface Cluster {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** All statements or none. */
  load(sqlFile: string): Promise<void>;
  /** Writes everything to one compressed file. */
  dump(file: string): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterRequest {
  /** A folder that is not there yet, below one that every user may pass through. */
  readonly folder: string;
  readonly start: HostProcessStarter;
  readonly env: Readonly<Record<string, string>>;
}

const user = 'tollgate';
const database = 'postgres';
const readyWithinMs = 60_000;
const deadlineMs = 24 * 3_600_000;
const portsTried = 3;

/** Speed before safety against power cuts: nobody needs this database after one. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=250'];

/** A new, empty PostgreSQL on loopback, behind a password that only this process knows. */
export async function startCluster(request: ClusterRequest): Promise<Cluster> {
  const binaries = neededPostgres();
  const owner = await otherUser();
  const password = randomBytes(16).toString('hex');
  await createCluster({ ...request, binaries, owner, password });
  const { port, server } = await startServer({ ...request, binaries, owner, password });
  const ask = (program: string, args: readonly string[]) =>
    askServer({ program: join(binaries, program), args, port, password });
  return {
    port,
    user,
    password,
    database,
    load: (file) => ask('psql', ['--quiet', '--single-transaction', '-v', 'ON_ERROR_STOP=1', '-f', file]),
    dump: (file) => ask('pg_dump', ['--format=plain', '--compress=6', '--file', file]),
    stop: async () => {
      // INT is what PostgreSQL calls a fast shutdown.
      await server.stop([10_000, 2_000]);
      await rm(request.folder, { recursive: true, force: true });
    },
  };
}

interface NewCluster extends ClusterRequest {
  readonly binaries: string;
  readonly owner: OtherUser;
  readonly password: string;
}

/** Behind md5 and not scram, which the drivers of older billing systems do not know: the password is long and lives for one run. */
async function createCluster({ folder, binaries, owner, password }: NewCluster): Promise<void> {
  const passwordFile = `${folder}.password`;
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [folder, passwordFile]) await owner.give(path);
  const [command = '', ...args] = [
    ...owner.prefix,
    join(binaries, 'initdb'),
    ...['--pgdata', folder, '--username', user, '--pwfile', passwordFile, '--auth', 'md5'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
  ];
  const ended = await runCommand({ command, args, cwd: '/', deadlineMs: 120_000 });
  await rm(passwordFile, { force: true });
  if (ended.exitCode !== 0) throw failed(`"initdb" ended with ${ended.exitCode}: ${lastLines(ended)}`);
}

interface RunningServer {
  readonly port: number;
  readonly server: HostProcess;
}

/** Somebody else may take the port between our looking and PostgreSQL's binding it. */
async function startServer(request: NewCluster): Promise<RunningServer> {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    const server = launch(request, port);
    const obstacle = await readiness(server, request, port);
    if (obstacle === null) return { port, server };
    await server.stop();
    if (tried === portsTried || !obstacle.includes('could not bind')) throw failed(obstacle);
  }
}

function launch({ folder, binaries, owner, start, env }: NewCluster, port: number): HostProcess {
  const [command = '', ...args] = [
    ...owner.prefix,
    join(binaries, 'postgres'),
    ...['-D', folder, '-p', String(port)],
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...settings].flatMap(
      (one) => ['-c', one],
    ),
  ];
  return start({ command, args, cwd: '/', env, deadlineMs });
}

/** Null when it answers, else why it does not. */
async function readiness(server: HostProcess, request: NewCluster, port: number): Promise<string | null> {
  let ending: string | null = null;
  void server.exit.then(({ output }) => {
    ending = `"postgres" ended: ${output.trim().slice(-500)}`;
  });
  const until = performance.now() + readyWithinMs;
  while (performance.now() < until) {
    if (ending !== null) return ending;
    const { binaries, password } = request;
    const args = ['--quiet', '--command', 'select 1'];
    const isReady = await askServer({ program: join(binaries, 'psql'), args, port, password }).then(
      () => true,
      () => false,
    );
    if (isReady) return null;
    await pause(100);
  }
  return ending ?? `"postgres" did not answer within ${readyWithinMs / 1000} s`;
}

interface ServerQuestion {
  readonly program: string;
  readonly args: readonly string[];
  readonly port: number;
  readonly password: string;
}

async function askServer({ program, args, port, password }: ServerQuestion): Promise<void> {
  const way = ['--no-psqlrc'].filter(() => program.endsWith('psql'));
  const ended = await runCommand({
    command: program,
    args: [...way, '-h', '127.0.0.1', '-p', String(port), '-U', user, '-w', ...args, '-d', database],
    env: { PGPASSWORD: password, PGCONNECT_TIMEOUT: '10' },
    deadlineMs: 120_000,
  });
  if (ended.exitCode !== 0) throw failed(`"${program}" ended with ${ended.exitCode}: ${lastLines(ended)}`);
}

function failed(what: string): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `The database of the target could not be started or asked: ${what}`,
    hint: 'Is PostgreSQL whole on this machine, and is there room in the temporary folder? Or say database: memory.',
  });
}
