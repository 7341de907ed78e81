import { parseArgs } from 'node:util';
import { HarnessFault } from '../model/fault.ts';
import { allDefects } from './defects/all-defects.ts';

/** A process of its own that names the defects, one JSON line each: whoever lists them never loads what they replace. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { defects: { type: 'string' } } });
  for (const defect of await allDefects(values.defects ?? null)) {
    const { name, row, family, stage, effect, severity, title } = defect;
    const replaces = [...Object.keys(defect.rules ?? {}), ...Object.keys(defect.procedures ?? {})];
    say({ name, row, family, stage, effect, severity, title, replaces });
  }
}

function say(defect: object): void {
  process.stdout.write(`${JSON.stringify({ defect })}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof HarnessFault)) throw error;
  say({ code: error.code, message: error.message, hint: error.hint });
  process.exitCode = error.exitCode;
}
