import { describe, expect, test } from 'vitest';
import type { ListedCheck } from '../../model/observing/check.ts';
import type { CheckProfile, RunRequest } from '../request.ts';
import { makePlan } from './make-plan.ts';

function check(phase: ListedCheck['phase'], name: string, more: Partial<ListedCheck> = {}): ListedCheck {
  const place = { step: 'suites', file: 'a.suite.ts', line: 1, titlePath: [name] } as const;
  return { id: `${phase}-${name}`, phase, ...place, topic: 'rating', tags: [], needs: [], ...more };
}

const checks = [
  check('unit', 'quick', { tags: ['@short'] }),
  check('unit', 'slow'),
  check('unit', 'own', { step: 'their-tests' }),
  check('uat', 'without-usage', { tags: ['@short'], needs: ['usage'] }),
  check('performance', 'load'),
  check('migration', 'compare'),
  check('performance', 'first', { step: 'bill-day-seed' }),
  check('performance', 'then', { step: 'bill-day-reconcile', tags: ['@risk-high'] }),
];

/** What became of each check in the plan: "run", or by what it was excluded. */
function plannedWith(
  profile: CheckProfile | null,
  asked: Partial<RunRequest['scope']> = {},
): readonly string[] {
  const request = {
    profile,
    scope: { phases: [], tags: null, checks: [], failedOf: null, ...asked },
    ownSuites: [{ name: 'their-tests', phase: 'unit', expected: { kind: 'list', titles: ['own'] } }],
    interfaces: [],
    target: { name: 'here', driver: 'sandbox', requires: [] },
  } as unknown as RunRequest;
  const described = { capabilities: {}, interfaces: [] } as never;
  const listed = { phases: [], steps: [], checks };
  const plan = makePlan({ request, url: '', described, listed, digests: {}, createdAt: '' } as never);
  return plan.checks.map(({ disposition }) => (disposition.kind === 'run' ? 'run' : disposition.by));
}

describe('The profile of a project', () => {
  const short = { name: 'short', tags: '@short' };

  test('leaves out the checks whose tags do not fit, and nothing that cannot be run in part', () => {
    expect(plannedWith(short)).toEqual([
      'run',
      'profile',
      'run',
      'capability',
      'run',
      'run',
      'profile',
      'profile',
    ]);
  });

  test('takes in a later part of a phase as a whole, when it fits one check of it', () => {
    const planned = plannedWith({ name: 'risky', tags: '@risk-high' });
    expect(planned.slice(-2)).toEqual(['run', 'run']);
    expect(planned.slice(0, 2)).toEqual(['profile', 'profile']);
  });

  test('is no bar to a check that somebody names', () => {
    const planned = plannedWith(short, { checks: ['unit-slow'] });
    expect(planned).toEqual(['option', 'run', ...Array<string>(6).fill('option')]);
  });

  test('changes nothing where there is none', () => {
    expect(plannedWith(null)).toEqual(['run', 'run', 'run', 'capability', ...Array<string>(4).fill('run')]);
  });
});
