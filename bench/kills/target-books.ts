import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const entry = z.object({
  method: z.string(),
  route: z.string(),
  world: z.string(),
  key: z.string(),
  status: z.number(),
});

export type Asked = z.infer<typeof entry>;

/** What the sandbox wrote down of every request, in the order of the answers. */
export function requestsIn(dataDir: string): readonly Asked[] {
  const path = join(dataDir, 'requests.ndjson');
  if (!existsSync(path)) return [];
  const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  // A kill may tear a line; the next one begins behind it.
  return whole.flatMap((line) => readEntry(line));
}

function readEntry(line: string): Asked[] {
  try {
    return [entry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

/** Keys whose work was done more than once, by the rows that the sandbox writes in the same transaction as the work. */
export function doneTwice(dataDir: string): readonly string[] {
  const database = new DatabaseSync(join(dataDir, 'sandbox.sqlite'), { readOnly: true });
  try {
    const rows = database
      .prepare('SELECT world, key, count(*) AS times FROM executions GROUP BY key HAVING times > 1')
      .all();
    return rows.map(({ world, key, times }) => `key ${key} of ${world} was worked on ${times} times`);
  } finally {
    database.close();
  }
}

/** Writes with a key that were answered well before the kill and came again after it. */
export function sentAgain(before: readonly Asked[], after: readonly Asked[]): readonly string[] {
  const done = new Set(before.filter(({ key, status }) => key !== '' && status < 300).map(({ key }) => key));
  return after
    .filter(({ key }) => done.has(key))
    .map(({ key, world, route }) => `${route} with key ${key} of ${world} came again after it was done`);
}

/**
 * How often each kind of write came to each world. What ends a world may come again, what k6 sends differs by time, and the
 * canary is asked in every part of a run: the target refuses all that it writes.
 */
export function writesByWorld(asked: readonly Asked[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { method, route, world } of asked) {
    if (method === 'GET' || method === 'DELETE' || isExempt(world) || ofLoad.has(route)) continue;
    const name = `${world} ${method} ${route}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const isExempt = (world: string) => world === '' || world.startsWith('canary-');
const ofLoad = new Set(['/v1/usage', '/v1/bill-runs']);

/** Worlds to which more was written than in an undisturbed run. A world of a later part counts for itself. */
export function writtenTooOften(
  asked: readonly Asked[],
  undisturbed: ReadonlyMap<string, number>,
): readonly string[] {
  return [...writesByWorld(asked)].flatMap(([name, times]) => {
    const [world = '', ...what] = name.split(' ');
    const most = undisturbed.get([withoutPart(world), ...what].join(' ')) ?? 0;
    return times > most ? [`${name}: ${times} times, ${most} in an undisturbed run`] : [];
  });
}

export function withoutPart(world: string): string {
  return world.replace(/-part-\d+$/, '');
}

/** Ids of the checks for which worlds were opened in a later part of the run. */
export function checksOfLaterParts(asked: readonly Asked[]): ReadonlySet<string> {
  const worlds = asked.map(({ world }) => world).filter((world) => /-part-\d+$/.test(world));
  return new Set(worlds.map((world) => withoutPart(world).replace(/-\d+$/, '')));
}
