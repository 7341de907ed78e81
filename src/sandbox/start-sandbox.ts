import { buildSandbox } from './build-sandbox.ts';
import { defectNamed } from './defects/index.ts';

export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Null keeps everything in memory. */
  readonly dataDir: string | null;
  readonly defect: string | null;
}

export interface RunningSandbox {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The sandbox on a port of this machine; nobody else can reach it. */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const defect = options.defect === null ? null : defectNamed(options.defect);
  const app = await buildSandbox({ dataDir: options.dataDir, defect });
  const url = await app.listen({ host: '127.0.0.1', port: options.port });
  return { url, close: () => app.close() };
}
