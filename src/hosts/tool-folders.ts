import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../model/package-root.ts';

/** The folder of our own package.json: the clone, or the package below somebody's node_modules. */
export function packageFolder(): string {
  return fileURLToPath(packageRoot(import.meta.url));
}

/** Where fetched programs stay: TOLLGATE_CACHE, else the clone's `.cache`, else the user's cache. */
export function cacheFolder(): string {
  const named = process.env['TOLLGATE_CACHE'];
  if (named !== undefined && named !== '') return named;
  const home = packageFolder();
  const isClone = existsSync(join(home, 'package-lock.json')) && !home.split(sep).includes('node_modules');
  if (isClone) return join(home, '.cache');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tollgate');
}
