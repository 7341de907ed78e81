import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import type { Places } from '../run/phases/phase.ts';
import { startTool, type ToolProcess } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';

export interface OwnSandbox {
  readonly url: string;
  /** Whether it still does, within a few seconds. */
  answers(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface SandboxRequest {
  readonly places: Places;
  readonly defectsDir: string | null;
  readonly defect: string | null;
  readonly dataDir: string;
}

const lifeMs = 1_800_000;
const readyMs = 60_000;
const answerMs = 5_000;

/** A sandbox in a process of its own, with a defect or without, until it is stopped. */
export async function startSandbox(request: SandboxRequest): Promise<OwnSandbox> {
  const { places, defectsDir, defect, dataDir } = request;
  const tool = startTool({
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      join(places.codeDir, 'src', 'sandbox', `main${places.codeEnding}`),
      '--data',
      dataDir,
      ...(defect === null ? [] : ['--defect', defect]),
      ...(defectsDir === null ? [] : ['--defects', defectsDir]),
    ],
    cwd: places.projectDir,
    env: toolEnvironment(process.env, {}),
    deadlineMs: lifeMs,
  });
  const url = await listening(tool);
  return {
    url,
    answers: () => isAnswered(url),
    stop: async () => {
      await tool.kill();
    },
  };
}

async function listening(tool: ToolProcess): Promise<string> {
  const ready = Promise.withResolvers<string>();
  tool.onLine((line) => {
    const url = /^\{"kind":"listening","url":"([^"]+)"\}$/.exec(line)?.[1];
    if (url !== undefined) ready.resolve(url);
  });
  const late = setTimeout(() => ready.reject(notReady(`it did not listen within ${readyMs} ms`)), readyMs);
  void tool.exit.then(({ output }) => ready.reject(notReady(`it ended: ${output.trim().slice(-300)}`)));
  return ready.promise.finally(() => clearTimeout(late));
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/v1/describe`, { signal: AbortSignal.timeout(answerMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

function notReady(what: string): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `A sandbox could not be started: ${what}.`,
    hint: 'Try it alone with: npx tollgate sandbox',
  });
}
