import type { RunPlan } from '../../model/deciding/plan.ts';
import type { JournalRecord } from '../../model/observing/record.ts';
import { visibleLine, visibleTitle } from '../../report/visible-text.ts';
import type { RunWatcher } from '../../run/request.ts';
import type { Shell } from '../command.ts';

interface Count {
  planned: number;
  done: number;
  failed: number;
  startedMs: number;
}

/** Back to the line's start, and nothing on it. */
export const clearLine = '\r\x1b[K';

/** Live progress: one line per phase that rewrites itself for a person, one plain line per event without a terminal. */
export function progressWatcher(shell: Shell): RunWatcher {
  const progress = new Progress(shell);
  return {
    onStage: (text) => progress.stage(text),
    onPlan: (plan) => progress.plan(plan),
    onRecord: (record) => progress.record(record),
  };
}

class Progress {
  readonly #shell: Shell;
  readonly #counts = new Map<string, Count>();
  readonly #titles = new Map<string, { readonly phase: string; readonly title: string }>();

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  stage(text: string): void {
    if (this.#shell.isTerminal) this.#rewrite(text);
    else this.#line(text);
  }

  plan(plan: RunPlan): void {
    const toRun = plan.checks.filter((check) => check.disposition.kind === 'run');
    for (const check of toRun)
      this.#titles.set(check.id, {
        phase: check.phase,
        title: check.titlePath.map((part) => visibleTitle(part, 100)).join(' › '),
      });
    for (const { name } of plan.phases) {
      const planned = toRun.filter((check) => check.phase === name).length;
      this.#counts.set(name, { planned, done: 0, failed: 0, startedMs: Date.now() });
    }
    this.#line(`run ${plan.runId} on ${plan.target.name}: ${toRun.length} checks planned`);
  }

  record(record: JournalRecord): void {
    switch (record.kind) {
      case 'check-started':
        this.#checkStarted(record.checkId);
        break;
      case 'check-finished':
        this.#checkFinished(record);
        break;
      case 'phase-started':
        this.#phaseStarted(record.phase);
        break;
      case 'step-started':
        if (record.step === 'load') this.#line(`${record.phase}: ${record.tool} plays the load`);
        break;
      case 'step-not-run':
        this.#line(`  ? ${record.phase} › ${record.step}: not run. ${visibleLine(record.reason)}`);
        break;
      case 'phase-finished':
        this.#line(this.#state(record.phase));
        break;
      default:
        break;
    }
  }

  #phaseStarted(phase: string): void {
    const count = this.#counts.get(phase);
    if (count !== undefined) count.startedMs = Date.now();
    if (!this.#shell.isTerminal) this.#line(`${phase}: begins, ${count?.planned ?? 0} checks`);
  }

  #checkStarted(checkId: string): void {
    const check = this.#titles.get(checkId);
    if (check !== undefined) this.#rewrite(`${this.#state(check.phase)}  ${check.title}`);
  }

  #checkFinished({ checkId, status }: Extract<JournalRecord, { kind: 'check-finished' }>): void {
    const check = this.#titles.get(checkId);
    const count = this.#counts.get(check?.phase ?? '');
    if (check === undefined || count === undefined) return;
    count.done += 1;
    if (status !== 'passed') {
      count.failed += 1;
      this.#line(`  ${status === 'failed' ? '✗' : '?'} ${check.phase} › ${check.title}`);
    }
    this.#rewrite(this.#state(check.phase));
  }

  #state(phase: string): string {
    const count = this.#counts.get(phase);
    if (count === undefined) return phase;
    const seconds = Math.round((Date.now() - count.startedMs) / 1000);
    const failed = count.failed === 0 ? '' : `, ${count.failed} not passed`;
    return `${phase.padEnd(12)} ${count.done}/${count.planned}${failed}  ${seconds} s`;
  }

  #line(text: string): void {
    this.#shell.err(this.#shell.isTerminal ? `${clearLine}${text}` : text);
  }

  #rewrite(text: string): void {
    if (this.#shell.isTerminal) this.#shell.write(`${clearLine}${text.slice(0, this.#shell.columns - 1)}`);
  }
}
