import { keeps } from '../again.ts';
import { type Listener, openListener } from '../listener.ts';
import type { Expectation, Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted, hostedTarget, shortProject } from '../setup.ts';

/** A team's own tool: leaves a report and ends with a code. */
function toolThat(writes: string, exitCode = 0): string {
  return `import { writeFileSync } from 'node:fs';\nconst out = 'own.xml';\n${writes}\nprocess.exitCode = ${exitCode};\n`;
}

const cases = ['a', 'b'].map((name) => `<testcase name="${name}" time="0.01"/>`).join('');
const report = (inner: string, totals = '') =>
  `<?xml version="1.0"?><testsuites><testsuite name="Acme"${totals}>${inner}</testsuite></testsuites>`;
const leaves = (text: string) => `writeFileSync(out, ${JSON.stringify(text)});`;
const healthy = toolThat(leaves(report(cases)));

const command = JSON.stringify([process.execPath, 'tool.mjs']);
const suite = (expected: string) =>
  `  - { name: own, phase: unit, command: ${command}, report: { format: junit, path: own.xml }, ${expected} }`;
const setup = hosted({
  yaml: shortProject(hostedTarget, ['suites:', suite('checks: [a, b]')]),
  files: { 'tool.mjs': healthy },
});

const others = keeps('unit');
const unproven = (...reasons: readonly RegExp[]): Expectation => ({
  exitCodes: [2],
  verdict: 'INCOMPLETE',
  reasons,
  also: others,
});

interface SuiteFault {
  readonly id: string;
  readonly group: Row['group'];
  readonly title: string;
  /** Played as a run of all phases; the others as one of the unit phase, which gives no verdict but says what is proven. */
  readonly isWhole?: true;
  /** The tool, or what is done to the project. */
  readonly tool: string | ((scene: Scene) => Promise<string>);
  readonly expect: Expectation;
}

const attempts = ({ records }: Seen): readonly string[] => {
  const failed = records.filter((record) => record.kind === 'attempt' && record.status === 'failed');
  const ended = records.filter(
    (record) => record.kind === 'check-finished' && record.status === 'failed' && record.cause === 'flaky',
  );
  return failed.length === 1 && ended.length === 1 ? [] : ['the journal does not hold both attempts'];
};

const flaky = report(
  `<testcase name="a" time="0.01"><flakyFailure message="EUR 0.01 too much" type="AssertionError"/></testcase><testcase name="b" time="0.01"/>`,
);

const canaries = new WeakMap<Scene, Listener>();
const unvisited = (seen: Seen): readonly string[] => {
  const visits = canaries.get(seen.scene)?.connections() ?? -1;
  return visits === 0 ? [] : [`${visits} connections to what only the report names`];
};

async function external(scene: Scene): Promise<string> {
  const listener = await openListener();
  scene.atEnd(() => listener.close());
  canaries.set(scene, listener);
  const url = `http://127.0.0.1:${listener.port}/canary.dtd`;
  const doctype = `<!DOCTYPE testsuites SYSTEM "${url}" [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "${url}">%p;]>`;
  return toolThat(leaves(`<?xml version="1.0"?>${doctype}<testsuite name="Acme">${cases}&e;</testsuite>`));
}

const bomb = `<!DOCTYPE l [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`;
const flood = `const many = '&#65;'.repeat(1_500_000); writeFileSync(out, ${JSON.stringify(report('<testcase name="a"><system-out>HERE</system-out></testcase><testcase name="b"/>'))}.replace('HERE', many));`;

const faults: readonly SuiteFault[] = [
  {
    id: '6a',
    group: 'A',
    title: 'the report of a suite is green and its exit code is 1',
    isWhole: true,
    tool: toolThat(leaves(report(cases)), 1),
    expect: unproven(
      /step own \(command\): ended with exit code 1, but its records \(2 of 2 passed\) imply 0/,
    ),
  },
  {
    id: '7a',
    group: 'A',
    title: 'the totals of a report do not add up',
    tool: toolThat(leaves(report(cases, ' tests="3" failures="0"'))),
    expect: unproven(/the totals do not add up: .*states tests="3", but holds 2/),
  },
  {
    id: '7b',
    group: 'A',
    title: 'a report holds fewer results than planned',
    tool: toolThat(leaves(report('<testcase name="a" time="0.01"/>'))),
    expect: unproven(/1 of 2 planned checks have no result: .*\bb\b/),
  },
  {
    id: '45a',
    group: 'C',
    title: 'a suite skips a test and is green',
    tool: toolThat(
      leaves(report('<testcase name="a" time="0.01"/><testcase name="b" time="0"><skipped/></testcase>')),
    ),
    expect: unproven(/1 of 2 planned checks have no result: .*\bb\b/),
  },
  {
    id: '47a',
    group: 'C',
    title: 'a suite runs only one of its tests (.only), and is green',
    tool: toolThat(leaves(report('<testcase name="a" time="0.01"/>', ' tests="1"'))),
    expect: unproven(/1 of 2 planned checks have no result/),
  },
  {
    id: '47b',
    group: 'C',
    title: 'a suite finds no test and is green (passWithNoTests)',
    tool: toolThat(leaves('<?xml version="1.0"?><testsuites tests="0"/>')),
    expect: unproven(/own\.xml|2 of 2 planned checks have no result/),
  },
  {
    id: '48a',
    group: 'C',
    title: 'a test of a suite passes on its second try',
    isWhole: true,
    tool: toolThat(leaves(flaky)),
    expect: {
      exitCodes: [1],
      verdict: 'NO-GO',
      reasons: [/passed only after a failed try.*EUR 0\.01 too much/],
      also: attempts,
    },
  },
  {
    id: '60b',
    group: 'C',
    title: 'a suite prints a green report and leaves a red one',
    tool: toolThat(
      `console.log(${JSON.stringify(`1..2\nok 1 - a\nok 2 - b\n${report(cases)}\n\u001b[32mPASS\u001b[0m 2 passed`)});\n${leaves(report('<testcase name="a" time="0.01"><failure message="EUR 9.99 too much"/></testcase><testcase name="b" time="0.01"/>'))}`,
      1,
    ),
    expect: { exitCodes: [1], reasons: [/EUR 9\.99 too much/] },
  },
  {
    id: '84a',
    group: 'E',
    title: 'a report with a DOCTYPE',
    tool: toolThat(leaves(`<!DOCTYPE testsuite><testsuite name="Acme">${cases}</testsuite>`)),
    expect: unproven(/own\.xml cannot be read: .*DOCTYPE/),
  },
  {
    id: '84b',
    group: 'E',
    title: 'a report with entities that grow without end',
    tool: toolThat(leaves(`${bomb}<testsuite name="&l9;">${cases}</testsuite>`)),
    expect: unproven(/own\.xml cannot be read: .*DOCTYPE/),
  },
  {
    id: '84c',
    group: 'E',
    title: 'a report with a flood of numeric references',
    tool: toolThat(flood),
    expect: unproven(/own\.xml cannot be read: .*references/),
  },
  {
    id: '84d',
    group: 'E',
    title: 'a report that names a file and an address',
    isWhole: true,
    tool: external,
    expect: {
      ...unproven(/own\.xml cannot be read: .*DOCTYPE/),
      also: async (seen) => [...(await others(seen)), ...unvisited(seen)],
    },
  },
  {
    id: '84e',
    group: 'E',
    title: 'a report of before the run',
    tool: async (scene) => {
      await scene.write('own.xml', report(cases));
      return toolThat('');
    },
    expect: unproven(/own\.xml cannot be read: it is stale/),
  },
  {
    id: '84f',
    group: 'E',
    title: 'a report of 0 bytes',
    tool: toolThat(leaves('')),
    expect: unproven(/own\.xml/),
  },
  {
    id: '84g',
    group: 'E',
    title: 'a report that is torn',
    tool: toolThat(leaves(report(cases).slice(0, -30))),
    expect: unproven(/own\.xml cannot be read: .*not whole/),
  },
  {
    id: '89a',
    group: 'E',
    title: 'a report that is a link to one of another run',
    tool: async (scene) => {
      await scene.write('elsewhere/own.xml', report(cases));
      return `import { symlinkSync } from 'node:fs';\nsymlinkSync('elsewhere/own.xml', 'own.xml');\n`;
    },
    expect: unproven(/own\.xml cannot be read: it is a symbolic link/),
  },
  {
    id: '89b',
    group: 'E',
    title: 'a report that is a pipe',
    tool: `import { execFileSync } from 'node:child_process';\nexecFileSync('mkfifo', ['own.xml']);\n`,
    expect: { ...unproven(/own\.xml cannot be read: it is no regular file/), hangsAfterSeconds: 240 },
  },
];

/** A team's own suite: what its command, its exit code and its report tell each other. */
export const ownSuites: readonly Row[] = faults.map(({ id, group, title, isWhole, tool, expect }) => ({
  id,
  group,
  title,
  setup,
  fault: async (scene) => {
    await scene.write('tool.mjs', typeof tool === 'string' ? tool : await tool(scene));
    return scene.start(isWhole ? ['run'] : ['run', '--phase', 'unit']).ended;
  },
  expect,
}));
