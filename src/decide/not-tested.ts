import type { Facts } from './facts.ts';

/** What this run says nothing about, one line each, for the reader of page 1. */
export function notTested(facts: Facts): readonly string[] {
  const outOfScope = facts.phases
    .filter((phase) => phase.state === 'not-in-scope')
    .map((phase) => `${phase.name}: not in the scope of this run`);
  const unresolved = facts.phases.flatMap((phase) => {
    const count = facts.checks.filter(
      ({ check, status }) => check.phase === phase.name && status === 'not-run',
    ).length;
    return count === 0 ? [] : [`${phase.name}: ${count} planned checks have no result`];
  });
  return [...outOfScope, ...unresolved, ...excluded(facts)];
}

function excluded(facts: Facts): string[] {
  const left = facts.checks.filter(
    ({ check }) => check.disposition.kind === 'excluded' && check.disposition.by !== 'option',
  );
  const groups = Map.groupBy(left, ({ check, reason }) => `${check.phase}: ${reason}`);
  return [...groups].map(
    ([what, checks]) => `${what} (${checks.length === 1 ? '1 check' : `${checks.length} checks`} not run)`,
  );
}
