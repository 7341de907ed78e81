import { expect, test } from 'vitest';
import { linesOf, smallPlan } from '../../decide/small-run.fixture.ts';
import { refuseChangedTools } from './changed-plan.ts';

const plan = smallPlan();
const began = {
  kind: 'step-started',
  phase: 'unit',
  step: 'suites',
  tool: 'vitest',
  toolVersion: '5',
} as const;
const cut = { plan, lines: linesOf([began]) };
const found = (toolVersion: string) => [{ phase: 'unit', step: { name: 'suites' }, toolVersion } as const];

test('a run is not taken up again with another version of a tool that it had begun with', () => {
  expect(() => refuseChangedTools(cut, found('6'))).toThrow(/vitest \(6, was 5\)/);
});

test.each([
  ['the same', cut, '5'],
  ['one that could not be asked', cut, 'unknown'],
  ['any, for a step that had not begun', { plan, lines: [] }, '6'],
])('%s goes on', (_name, before, version) => {
  expect(refuseChangedTools(before, found(version))).toBeUndefined();
});
