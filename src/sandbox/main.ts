import { parseArgs } from 'node:util';
import { HarnessFault } from '../model/fault.ts';
import { startSandbox } from './start-sandbox.ts';

/** The sandbox's own process. Its first line on stdout says where it listens; SIGTERM ends it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      defect: { type: 'string' },
      defects: { type: 'string' },
    },
  });
  const sandbox = await startSandbox({
    port: portFrom(values.port),
    dataDir: values.data ?? null,
    defect: values.defect ?? null,
    defectsDir: values.defects ?? null,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.close());
  process.stdout.write(`${JSON.stringify({ kind: 'listening', url: sandbox.url })}\n`);
}

function portFrom(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --port ${text}, expected a number from 0 to 65535.`,
    hint: 'Leave it out, or write 0, for any free port.',
  });
}

try {
  await main();
} catch (error) {
  const hint = error instanceof HarnessFault ? ` ${error.hint}` : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${hint}\n`);
  process.exitCode = error instanceof HarnessFault ? error.exitCode : 70;
}
