import { Command, CommanderError } from 'commander';
import { faultExitCodes } from '../model/fault.ts';
import type { Shell } from './command.ts';
import { commands } from './index.ts';
import { tollgateVersion } from './version.ts';

/** Runs one command line to its end. Answers the exit code; throws HarnessFault for what stops the harness itself. */
export async function commandLine(args: readonly string[]): Promise<number> {
  const shell = processShell();
  let exitCode = 0;
  const program = new Command('tollgate')
    .description('Decides whether a billing system is fit to go live.')
    .version(await tollgateVersion())
    // What stands after a command is for it: `doctor --version V` means another version than ours.
    .enablePositionalOptions()
    .showHelpAfterError('(tollgate --help lists the commands)')
    .exitOverride();
  for (const command of commands) {
    command.declare(program, shell, (code) => {
      exitCode = code;
    });
  }
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : faultExitCodes.USAGE;
  }
  return exitCode;
}

function processShell(): Shell {
  const isTerminal = process.stdout.isTTY === true && process.env['CI'] === undefined;
  return {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    write: (text) => void process.stderr.write(text),
    isTerminal,
    columns: process.stdout.columns ?? 80,
    color: isTerminal && process.env['NO_COLOR'] === undefined,
  };
}
