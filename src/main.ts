import { commandLine } from './cli/command-line.ts';
import { faultText } from './cli/fault-text.ts';
import { HarnessFault } from './model/fault.ts';

/** argv in, exit code out. The only place that reads the one and sets the other. */
// A reader that has seen enough (| head), or a terminal that was closed: nobody is left to be told. What was asked for is done
// all the same, and ends with its own exit code; a run must not look fine because nobody read to its end.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!['EPIPE', 'EIO'].includes(error.code ?? '')) throw error;
  });

// Nobody waited for it, so nothing can be said of what was asked for. Node's own exit code would be that of a NO-GO.
process.on('uncaughtException', (error) => process.exit(report(error)));

try {
  process.exitCode = await commandLine(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof HarnessFault) {
    process.stderr.write(faultText(error));
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`tollgate: our own fault, please report it.\n${trace}\n`);
  return 70;
}
