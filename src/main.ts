import { commandLine } from './cli/command-line.ts';
import { HarnessFault } from './model/fault.ts';

/** argv in, exit code out. The only place that reads the one and sets the other. */
// A reader that has seen enough (| head) closes the pipe: not our fault, and nobody is left to be told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

try {
  process.exitCode = await commandLine(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof HarnessFault) {
    process.stderr.write(`tollgate: ${error.message}\n${error.hint === '' ? '' : `  → ${error.hint}\n`}`);
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`tollgate: our own fault, please report it.\n${trace}\n`);
  return 70;
}
