import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '../../../src/hosts/chromium.ts';
import { keeps } from '../again.ts';
import type { Expectation, Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted, hostedTarget, shortProject } from '../setup.ts';

/** The short profile with the checks of the screen. */
const setup = hosted({ yaml: shortProject(hostedTarget).replace('"@short"', '"@short or @screen"') });

function program(scene: Scene, script: string, mode = 0o755): string {
  const path = join(scene.project, 'browser');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

/** Says its version as the real one does; `script` is what it does when it is to show something, with "$real" at hand. */
async function wrapped(scene: Scene, script: string): Promise<string> {
  const found = await chromium.find();
  if (found === null) throw new Error('there is no Chromium; type: npx tollgate doctor --install chromium');
  return program(
    scene,
    `real='${found.path}'\nif [ "$1" = --version ]; then exec "$real" --version; fi\n${script}`,
  );
}

interface BrowserFault {
  readonly id: string;
  readonly title: string;
  /** Played as a run of all phases; the others as one of the screen's checks, which gives no verdict. */
  readonly isWhole?: true;
  /** Answers the path for TOLLGATE_CHROMIUM. */
  readonly browser: (scene: Scene) => Promise<string> | string;
  readonly reasons: readonly RegExp[];
}

/** The machine's fault is nobody's wrong bill, and what passed stays. */
function notTheProduct({ verdict }: Seen): readonly string[] {
  const uat = verdict?.phases.find(({ name }) => name === 'uat');
  return uat?.failed === 0 ? [] : [`${uat?.failed} checks are called failures of the product`];
}

const missing = [/uat.*[Cc]hromium.*doctor --install chromium|uat.*TOLLGATE_CHROMIUM/s];

const faults: readonly BrowserFault[] = [
  {
    id: '56a',
    title: 'the browser is missing',
    isWhole: true,
    browser: (scene) => join(scene.project, 'nothing-here'),
    reasons: missing,
  },
  {
    id: '56b',
    title: 'the browser may not be executed',
    browser: (scene) => program(scene, 'exit 0', 0o644),
    reasons: missing,
  },
  {
    id: '56c',
    title: 'the browser crashes when it starts',
    browser: (scene) => wrapped(scene, 'kill -SEGV $$'),
    reasons: [/uat: .*could not be judged/],
  },
  {
    id: '56d',
    title: 'the browser is killed while it shows something',
    browser: (scene) => wrapped(scene, '"$real" "$@" & pid=$!\n(sleep 1; kill -9 $pid) &\nwait $pid'),
    reasons: [/uat: .*could not be judged/],
  },
  {
    id: '56e',
    title: 'the page runs out of memory',
    browser: (scene) => wrapped(scene, 'ulimit -v 400000\nexec "$real" "$@"'),
    reasons: [/uat: .*could not be judged/],
  },
];

/** 56: what a person would see cannot be seen. */
export const browser: readonly Row[] = faults.map(({ id, title, isWhole, browser: named, reasons }) => {
  const expect: Expectation = { exitCodes: [2], verdict: 'INCOMPLETE', reasons, also: notTheProduct };
  const others = keeps('unit', 'integration', 'uat', 'performance', 'migration');
  return {
    id,
    group: 'C',
    title,
    setup,
    fault: async (scene) => {
      const args = isWhole ? ['run'] : ['run', '--phase', 'uat', '--tags', '@screen'];
      return scene.start(args, { env: { TOLLGATE_CHROMIUM: await named(scene) } }).ended;
    },
    expect: isWhole
      ? { ...expect, also: async (seen) => [...notTheProduct(seen), ...(await others(seen))] }
      : expect,
  };
});
