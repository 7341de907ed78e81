import { join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { runCommand } from '../command.ts';
import { findOnPath, isExecutable } from '../find-on-path.ts';

/** A Java of which we need the compiler too. */
export interface Jdk {
  readonly java: string;
  readonly javac: string;
  /** Unpacks archives. */
  readonly jar: string;
  /** The first number of its version. */
  readonly major: number;
}

const oldest = 17;

/** What a person types who has none, on Debian. */
export const systemPackages =
  'apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven postgresql';

/** The Java of JAVA_HOME, else of PATH, when it is new enough and brings its compiler; else null. */
export async function findJdk(): Promise<Jdk | null> {
  const home = process.env['JAVA_HOME'] ?? '';
  const find = (name: string) => {
    const atHome = join(home, 'bin', name);
    return home !== '' && isExecutable(atHome) ? atHome : findOnPath(name);
  };
  const [java, javac, jar] = [find('java'), find('javac'), find('jar')];
  if (java === null || javac === null || jar === null) return null;
  const { stdout } = await runCommand({ command: javac, args: ['--version'], deadlineMs: 20_000 });
  const major = Number(/^javac (\d+)/.exec(stdout)?.[1] ?? 0);
  return major >= oldest ? { java, javac, jar, major } : null;
}

export async function neededJdk(): Promise<Jdk> {
  const jdk = await findJdk();
  if (jdk !== null) return jdk;
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found no Java of version ${oldest} or newer with its compiler, expected one on PATH or in JAVA_HOME.`,
    hint: `On Debian type: ${systemPackages}`,
  });
}
