import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RunnerRequest } from '../../runner.ts';

const bundleWithinMs = 60_000;

/**
 * Makes one module of the profile, so that it runs the same here, in a container and in a cluster. It may import ours as
 * `tollgate/perf/…`, wherever we are installed. Null, or the fault.
 */
export async function bundleProfile(request: RunnerRequest, bundleFile: string): Promise<string | null> {
  const [profile, ...others] = request.files;
  if (profile === undefined || others.length > 0) {
    return `Found ${request.files.length} load profiles in step ${request.step}, expected exactly one.`;
  }
  const fault = await bundle(request, profile, bundleFile);
  if (fault !== null || !checksAnswers(await readFile(bundleFile, 'utf8'))) return fault;
  const entry = join(request.workDir, 'judged-profile.js');
  await writeFile(entry, judgedProfile(profile));
  return bundle(request, entry, bundleFile);
}

async function bundle(request: RunnerRequest, entry: string, bundleFile: string): Promise<string | null> {
  const ended = await request.start({
    command: esbuildPath(),
    args: [
      entry,
      '--bundle',
      '--format=esm',
      '--platform=neutral',
      '--target=es2022',
      `--alias:tollgate=${request.packageDir}`,
      '--external:k6',
      '--external:k6/*',
      '--log-level=warning',
      '--allow-overwrite',
      `--outfile=${bundleFile}`,
    ],
    cwd: request.projectDir,
    env: {},
    deadlineMs: bundleWithinMs,
  }).exit;
  if (ended.exitCode === 0) return null;
  return `The load profile ${request.files[0]} could not be bundled: ${ended.output.trim()}`;
}

/** Whether it imports `check` of k6, of which k6 counts what failed and ends as if all were well. */
function checksAnswers(bundled: string): boolean {
  return /import\s*\{[^}]*\bcheck\b[^}]*\}\s*from\s*["']k6["']/.test(bundled);
}

/** The same profile with a threshold on its checks, unless it sets one itself: what it checks has to hold. */
function judgedProfile(profile: string): string {
  const path = JSON.stringify(profile);
  return `
    import * as own from ${path};
    export * from ${path};
    export { default } from ${path};
    export const options = {
      ...own.options,
      thresholds: { checks: ['rate==1'], ...own.options?.thresholds },
    };
  `;
}

/** The program itself: the package's own command is a script that only looks for it, and needs a Node on PATH. */
function esbuildPath(): string {
  const manifest = createRequire(import.meta.url).resolve('esbuild/package.json');
  const platform = `@esbuild/${process.platform}-${process.arch}`;
  return createRequire(manifest).resolve(`${platform}/bin/esbuild`);
}
