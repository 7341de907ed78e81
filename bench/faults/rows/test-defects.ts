import { type Files, ownFeature, playFeatures, withOwnWords } from '../own-words.ts';
import type { Row, Seen } from '../row.ts';

const feature = 'features/fault.feature';
const steps = 'steps/fault.steps.mjs';
const given = (code: string) =>
  `import { After, AfterAll, Before, BeforeAll, Then, When } from '@cucumber/cucumber';\n${code}\n`;
const scenario = (...lines: readonly string[]) =>
  `  Scenario: The fault\n${lines.map((line) => `    ${line}\n`).join('')}`;
const healthy = scenario('When nothing goes wrong', 'Then all is well');

interface Defect {
  readonly id: string;
  readonly title: string;
  readonly files: Files;
  /** Each must stand in a reason; it names file and line, or the check. */
  readonly reasons: readonly RegExp[];
  /** All phases, so that there is a verdict: NO-GO. */
  readonly isWhole?: true;
  /** What belongs to no scenario leaves the phase unproven. */
  readonly gate?: 'unproven';
}

const undefinedStep = ownFeature(scenario('When nobody knows this', 'Then all is well'));
const withoutThen = ownFeature(scenario('When nothing goes wrong'));
const empty = ownFeature('  Scenario: The fault\n');

const written: readonly Defect[] = [
  {
    id: '44a',
    title: 'a step that nobody knows',
    files: { [feature]: undefinedStep },
    reasons: [/features\/fault\.feature:4: no step is called "nobody knows this"/],
  },
  {
    id: '44b',
    title: 'a step that is not written yet',
    files: {
      [feature]: ownFeature(scenario('When this is not written yet', 'Then all is well')),
      [steps]: given("When('this is not written yet', () => 'pending');"),
    },
    reasons: [/uat-\w+ \(.*The fault.*PENDING/],
  },
  {
    id: '44c',
    title: 'a step that could be either of two',
    files: {
      [feature]: ownFeature(scenario('When this is said twice', 'Then all is well')),
      [steps]: given("When('this is said twice', () => {});\nWhen(/^this is said .*$/, () => {});"),
    },
    reasons: [/features\/fault\.feature:4: "this is said twice" could be any of these steps/],
  },
  {
    id: '44d',
    title: 'a scenario that is empty',
    files: { [feature]: empty },
    reasons: [/features\/fault\.feature:4: found the scenario "The fault" without steps/],
  },
  {
    id: '44e',
    title: 'a scenario without a Then',
    files: { [feature]: withoutThen },
    reasons: [/features\/fault\.feature:4: "The fault" has no Then/],
  },
  {
    id: '44f',
    title: 'all of them in one run of all phases',
    files: {
      [feature]: undefinedStep,
      'features/without-then.feature': withoutThen,
      'features/empty.feature': empty,
    },
    reasons: [
      /features\/fault\.feature:4: no step is called/,
      /features\/without-then\.feature:4: .* has no Then/,
      /features\/empty\.feature:4: found the scenario "The fault" without steps/,
    ],
    isWhole: true,
  },
  {
    id: '45b',
    title: 'a step says of itself that it is skipped',
    files: {
      [feature]: ownFeature(scenario('When this is left out', 'Then all is well')),
      [steps]: given("When('this is left out', () => 'skipped');"),
    },
    reasons: [/uat-\w+ \(.*The fault.*SKIPPED/],
  },
  {
    id: '47c',
    title: 'a scenario tagged @wip',
    files: { [feature]: ownFeature(`  @wip\n${healthy}`) },
    reasons: [/features\/fault\.feature:5: tagged @wip: not finished/],
  },
  {
    id: '47d',
    title: 'a scenario tagged @only',
    files: { [feature]: ownFeature(`  @only\n${healthy}`) },
    reasons: [/features\/fault\.feature:5: tagged @only/],
  },
  {
    id: '50a',
    title: 'two scenarios of one name',
    files: { [feature]: ownFeature(`${healthy}\n${healthy}`) },
    reasons: [/features\/fault\.feature:8: found a second scenario of this name .*line 4/],
  },
  {
    id: '50b',
    title: 'two rows of an outline that are the same',
    files: {
      [feature]: ownFeature(
        '  Scenario Outline: Rows\n    When nothing goes wrong\n    Then all is <how>\n    Examples:\n      | how  |\n      | well |\n      | well |\n',
      ),
    },
    reasons: [/features\/fault\.feature:\d+: found a second scenario of this name and these values/],
  },
  {
    id: '91a',
    title: 'a step whose expression can take time without end',
    files: {
      [feature]: ownFeature(scenario('When nothing goes wrong', `Then ${'a'.repeat(60)}!`)),
      [steps]: given('Then(/^(a+)+$/, () => {});'),
    },
    reasons: [/steps\/fault\.steps\.mjs:2: the expression .* can take time without end/],
  },
];

const hook = "throw new Error('the hook went wrong');";
const forOne = `({ pickle }) => { if (pickle.name === 'The fault') ${hook} }`;

interface Hook {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly isWhole?: true;
  readonly gate?: 'unproven';
}

const hooks: readonly Hook[] = [
  { id: '49a', title: 'before a scenario', code: `Before(${forOne});`, isWhole: true },
  { id: '49b', title: 'after a scenario that passed', code: `After(${forOne});` },
  { id: '49c', title: 'before all scenarios', code: `BeforeAll(() => { ${hook} });`, gate: 'unproven' },
  {
    id: '49d',
    title: 'after all scenarios, which passed',
    code: `AfterAll(() => { ${hook} });`,
    gate: 'unproven',
  },
];

const failing = hooks.map(
  ({ id, title, code, ...rest }): Defect => ({
    id,
    title: `a hook fails ${title}`,
    files: { [feature]: ownFeature(healthy), [steps]: given(code) },
    reasons: [/the hook went wrong/],
    ...rest,
  }),
);

/** A run of one phase ends with 2, because nothing failed; its gate says what a run of all phases would be. */
const gateIs =
  (expected: 'missed' | 'unproven') =>
  ({ verdict }: Seen): readonly string[] => {
    const found = verdict?.gates.find(({ id }) => id === 'G15-uat')?.result;
    return found === expected ? [] : [`the gate of the phase is ${found}, expected ${expected}`];
  };

/** 44, 45, 47, 49, 50, 91: what was written for a check is itself wrong, so that it covers nothing. */
export const testDefects: readonly Row[] = [...written, ...failing].map(
  ({ id, title, files, reasons, isWhole, gate = 'missed' as const }) => ({
    id,
    group: id === '91a' ? 'E' : 'C',
    title,
    setup: withOwnWords,
    fault: (scene) => playFeatures(scene, files, isWhole),
    expect: isWhole
      ? { exitCodes: [1], verdict: 'NO-GO', reasons, also: gateIs(gate) }
      : { exitCodes: [1, 2], reasons, also: gateIs(gate) },
  }),
);
