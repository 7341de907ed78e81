import { createRequire } from 'node:module';
import type { RunnerRequest } from '../runner.ts';

const bundleWithinMs = 60_000;

/** Makes one module of the profile, so that it runs the same here, in a container and in a cluster. Null, or the fault. */
export async function bundleProfile(request: RunnerRequest, bundleFile: string): Promise<string | null> {
  const [profile, ...others] = request.files;
  if (profile === undefined || others.length > 0) {
    return `Found ${request.files.length} load profiles in step ${request.step}, expected exactly one.`;
  }
  const ended = await request.start({
    command: esbuildPath(),
    args: [
      profile,
      '--bundle',
      '--format=esm',
      '--platform=neutral',
      '--target=es2022',
      '--external:k6',
      '--external:k6/*',
      '--log-level=warning',
      `--outfile=${bundleFile}`,
    ],
    cwd: request.projectDir,
    env: {},
    deadlineMs: bundleWithinMs,
  }).exit;
  if (ended.exitCode === 0) return null;
  return `The load profile ${profile} could not be bundled: ${ended.output.trim()}`;
}

/** The program itself: the package's own command is a script that only looks for it, and needs a Node on PATH. */
function esbuildPath(): string {
  const manifest = createRequire(import.meta.url).resolve('esbuild/package.json');
  const platform = `@esbuild/${process.platform}-${process.arch}`;
  return createRequire(manifest).resolve(`${platform}/bin/esbuild`);
}
