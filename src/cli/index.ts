import { casesCommand } from './cases.ts';
import { cleanCommand } from './clean.ts';
import type { CliCommand } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { initCommand } from './init.ts';
import { judgeCommand } from './judge.ts';
import { lintCommand } from './lint.ts';
import { mergeCommand } from './merge.ts';
import { proveCommand } from './prove.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { sandboxCommand } from './sandbox.ts';
import { targetCommand } from './target.ts';
import { targetsCommand } from './targets.ts';

/** Every command, in the order in which help shows them. */
export const commands: readonly CliCommand[] = [
  runCommand,
  mergeCommand,
  judgeCommand,
  reportCommand,
  explainCommand,
  casesCommand,
  proveCommand,
  lintCommand,
  targetsCommand,
  targetCommand,
  doctorCommand,
  sandboxCommand,
  cleanCommand,
  initCommand,
];
