import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { k6 } from '../../../src/hosts/k6.ts';
import { keeps } from '../again.ts';
import type { Expectation, Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted } from '../setup.ts';

const inc = (...reasons: readonly RegExp[]): Expectation => ({
  exitCodes: [2],
  verdict: 'INCOMPLETE',
  reasons,
});
const others = keeps('unit', 'integration', 'uat', 'migration');

/** A k6 of our own that runs the real one, does something to what it left, and ends as it wants to. */
async function wrapped(scene: Scene, after: string, play = '"$real" "$@"'): Promise<string> {
  const found = await k6.find();
  if (found === null) throw new Error('there is no k6; type: npx tollgate doctor --install k6');
  const others = `real='${found.path}'\nif [ "$1" != run ]; then exec "$real" "$@"; fi`;
  return program(scene, `${others}\n${play}\ncode=$?\n${after}\nexit $code`);
}

/** As on a machine that has no time for it: from its first connection on, for longer than the load lasts. */
const standsStill = [
  '"$real" "$@" & pid=$!',
  'until ss -tnpH state established | grep -q "pid=$pid,"; do sleep 0.02; done',
  'kill -STOP $pid; sleep 5; kill -CONT $pid',
  'wait $pid',
].join('\n');

function program(scene: Scene, script: string, mode = 0o755): string {
  const path = join(scene.project, 'k6');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

interface K6Fault {
  readonly id: string;
  readonly title: string;
  /** Played as a run of all phases; the others as one of the performance phase, which gives no verdict. */
  readonly isWhole?: true;
  /** Answers the path for TOLLGATE_K6. */
  readonly k6: (scene: Scene) => Promise<string> | string;
  readonly expect: Expectation;
}

const summary = '"$TOLLGATE_SUMMARY"';
const edit = (code: string) =>
  `"${process.execPath}" -e 'const fs = require("fs"); const f = process.env.TOLLGATE_SUMMARY; const s = JSON.parse(fs.readFileSync(f)); ${code}; fs.writeFileSync(f, JSON.stringify(s))'`;

const missing = inc(/performance.*TOLLGATE_K6=.*expected a k6 of version 2\.2.*doctor --install k6/s);

const ends: readonly K6Fault[] = [99, 105, 107, 108, 109].map((code, index) => ({
  id: `52${'bcdef'[index]}`,
  title: `k6 ends with ${code} over thresholds that all hold`,
  k6: (scene) => wrapped(scene, `code=${code}`),
  expect: inc(
    code === 99
      ? /performance, step load \(k6\): ended with exit code 99, but its records .* imply 0/
      : new RegExp(`It had begun when its tool ended with exit code ${code}`),
  ),
}));

const faults: readonly K6Fault[] = [
  {
    id: '51a',
    title: 'k6 is missing',
    isWhole: true,
    k6: (scene) => join(scene.project, 'nothing-here'),
    expect: { ...missing, also: others },
  },
  {
    id: '51b',
    title: 'k6 is of another version',
    k6: (scene) => program(scene, 'echo "k6 v1.4.2 (go1.25.0, linux/amd64)"'),
    expect: missing,
  },
  {
    id: '51c',
    title: 'k6 may not be executed',
    k6: (scene) => program(scene, 'exit 0', 0o644),
    expect: missing,
  },
  ...ends,
  {
    id: '52g',
    title: 'k6 leaves no summary',
    k6: (scene) => wrapped(scene, `rm -f ${summary}`),
    expect: inc(/performance, step load \(k6\).*k6-summary\.json/),
  },
  {
    id: '52h',
    title: 'k6 leaves half a summary',
    k6: (scene) =>
      wrapped(scene, `head -c 700 ${summary} > ${summary}.half && mv ${summary}.half ${summary}`),
    expect: inc(/performance, step load \(k6\).*k6-summary\.json/),
  },
  {
    id: '52i',
    title: 'k6 leaves the summary of another run',
    k6: (scene) => wrapped(scene, edit('s.runId = "another-run"')),
    expect: inc(/Found the summary of run another-run/),
  },
  {
    id: '52j',
    title: 'the summary leaves a threshold out',
    k6: (scene) =>
      wrapped(scene, edit('delete s.metrics[Object.keys(s.metrics).find((m) => s.metrics[m].thresholds)]')),
    expect: inc(/It had begun when its tool ended with exit code 0/),
  },
  {
    id: '54a',
    title: 'k6 stands still while it should send, so that most of the load is dropped',
    k6: (scene) => wrapped(scene, '', standsStill),
    expect: inc(/found \d+ requests done of \d+ sent, expected a count>=/),
  },
  {
    id: '55d',
    isWhole: true,
    title: 'k6 misses a threshold: 99 with a summary that says so',
    k6: (scene) =>
      wrapped(
        scene,
        `${edit('const o = s.operations[0]; const m = s.metrics["tollgate_within{op:" + o.operation + "}"]; o.withinLimit = 0; for (const t of Object.values(m.thresholds)) t.ok = false')}\ncode=99`,
      ),
    expect: { exitCodes: [1], verdict: 'NO-GO', reasons: [/found 0 of \d+ answers within/], also: others },
  },
  {
    id: '55e',
    title: 'k6 says that a threshold was missed, and its exit code 0 says not',
    k6: (scene) =>
      wrapped(
        scene,
        `${edit('const o = s.operations[0]; const m = s.metrics["tollgate_within{op:" + o.operation + "}"]; o.withinLimit = 0; for (const t of Object.values(m.thresholds)) t.ok = false')}\ncode=0`,
      ),
    expect: { exitCodes: [1, 2], reasons: [/ended with exit code 0, but its records .* imply 99/] },
  },
];

/** 51 to 55: how k6 ends, what it leaves, and what it says of itself. */
export const k6Ends: readonly Row[] = faults.map(({ id, title, isWhole, k6: named, expect }) => ({
  id,
  group: 'C',
  title,
  setup: hosted(),
  fault: async (scene) => {
    const args = isWhole ? ['run'] : ['run', '--phase', 'performance'];
    return scene.start(args, { env: { TOLLGATE_K6: await named(scene) } }).ended;
  },
  expect,
}));
