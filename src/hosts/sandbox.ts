import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HarnessFault } from '../model/fault.ts';
import type { GivenDefect, Host, HostProcess } from './host.ts';

const entry = fileURLToPath(new URL(import.meta.url.replace(/hosts\/sandbox(\.[jt]s)$/, 'sandbox/main$1')));
/** Far more than it takes: a machine that is busy must not make it look broken, and one that ends is heard of at once. */
const readyWithinMs = 60_000;
/** Longer than any run may take: a host is ended by its run, not by the clock. */
const deadlineMs = 24 * 3_600_000;

/** The built-in billing system, in a process of its own. Only that process learns which defect is on. */
export const sandboxHost: Host = {
  name: 'sandbox',
  startsAt: 'once',
  takesDefects: true,
  mistakeIn: ({ version, database }) => {
    if (version !== null)
      return { field: 'version', message: `found ${version}, expected none: the sandbox is Tollgate's own` };
    if (database === null) return null;
    return { field: 'database', message: `found ${database}, expected none: the sandbox brings its own` };
  },
  start: async ({ dataDir, start, env, defect }) => {
    await mkdir(dataDir, { recursive: true });
    if (defect !== null) await writeFile(join(dataDir, 'defect'), JSON.stringify(defect), { mode: 0o600 });
    const process_ = start({
      command: process.execPath,
      args: [
        '--disable-warning=ExperimentalWarning',
        entry,
        '--port',
        '0',
        '--data',
        dataDir,
        ...defectArguments(defect),
      ],
      cwd: dataDir,
      env,
      deadlineMs,
    });
    const url = await listening(process_).catch(async (error: unknown) => {
      // Nobody else knows of it, and a command would wait for its end.
      await process_.stop();
      throw error;
    });
    return {
      url,
      stop: async () => {
        await process_.stop();
      },
    };
  },
};

/** The defect that a sandbox with this data folder was given; null for a sound one. For a run that is taken up again. */
export async function sandboxDefect(dataDir: string): Promise<GivenDefect | null> {
  const text = await readFile(join(dataDir, 'defect'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as GivenDefect);
}

function defectArguments(defect: GivenDefect | null): readonly string[] {
  if (defect === null) return [];
  const { name, folder } = defect;
  return ['--defect', name, ...(folder === null ? [] : ['--defects', folder])];
}

function listening(child: HostProcess): Promise<string> {
  const ready = Promise.withResolvers<string>();
  const timer = setTimeout(
    () => ready.reject(notReady(`it did not listen within ${readyWithinMs} ms`)),
    readyWithinMs,
  );
  child.onLine((line) => {
    const url = listeningAt(line);
    if (url !== null) ready.resolve(url);
  });
  void child.exit.then(({ exitCode, signal, output }) =>
    ready.reject(
      notReady(`it ended with ${signal ?? `exit code ${exitCode}`}: ${output.trim().slice(-500)}`),
    ),
  );
  return ready.promise.finally(() => clearTimeout(timer));
}

/** Where a sandbox says in this line that it listens; null for any other line: defects from elsewhere may print what they like. */
export function listeningAt(line: string): string | null {
  return /^\{"kind":"listening","url":"([^"]+)"\}$/.exec(line)?.[1] ?? null;
}

function notReady(what: string): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `The built-in sandbox could not be started: ${what}.`,
    hint: 'Try it alone with: npx tollgate sandbox',
  });
}
