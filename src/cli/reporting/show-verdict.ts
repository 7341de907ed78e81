import { relative } from 'node:path';
import { renderVerdict } from '../../report/terminal.ts';
import type { Shell } from '../command.ts';
import type { Decided } from './decided.ts';

/** The verdict on the terminal, and where the rest of it stands. */
export function showVerdict(shell: Shell, { stored, run }: Decided, from: string): void {
  const reportPath = `${relative(from, stored.dir)}/report.html`;
  shell.out(renderVerdict(run, { columns: Math.max(shell.columns, 60), color: shell.color, reportPath }));
}
