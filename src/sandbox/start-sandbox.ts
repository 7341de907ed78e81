import { buildSandbox } from './build-sandbox.ts';
import type { Defect } from './defects/defect.ts';

export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Null keeps everything in memory. */
  readonly dataDir: string | null;
  readonly defect: string | null;
  /** A folder of further defects. */
  readonly defectsDir?: string | null;
}

export interface RunningSandbox {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The sandbox on a port of this machine; nobody else can reach it. */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const defect =
    options.defect === null ? null : await loadDefect(options.defect, options.defectsDir ?? null);
  const app = await buildSandbox({ dataDir: options.dataDir, defect });
  const url = await app.listen({ host: '127.0.0.1', port: options.port });
  return { url, close: () => app.close() };
}

/** Hundreds of files, and nearly every sandbox is started without a defect: they are read only where one is asked for. */
async function loadDefect(name: string, dir: string | null): Promise<Defect> {
  const { chosenDefect } = await import('./defects/all-defects.ts');
  return chosenDefect(name, dir);
}
