import type { Ended } from '../../../src/cli/end-to-end/test-run.fixture.ts';
import { hangUp } from '../proxy/acts.ts';
import type { Act } from '../proxy/exchange.ts';
import { after, call, once } from '../proxy/matches.ts';
import type { Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { byProxy } from '../setup.ts';
import { checkOf, killTree, type Watched, watchRun } from '../watched.ts';

/** What the target itself holds of a run. */
async function tenantsOf(scene: Scene, runId: string): Promise<readonly unknown[]> {
  const answer = await fetch(`${scene.target.url}/v1/tenants?runId=${runId}`);
  return ((await answer.json()) as { readonly tenants: readonly unknown[] }).tenants;
}

const idOf = (runDir: string | null): string => runDir?.split('/').at(-1) ?? '';

/** `tollgate clean RUN` takes away what is there, and says that nothing is left. */
async function cleanFinishes({ scene, runDir }: Seen): Promise<readonly string[]> {
  const before = await tenantsOf(scene, idOf(runDir));
  const cleaned = await scene.start(['clean', idOf(runDir)]).ended;
  const left = await tenantsOf(scene, idOf(runDir));
  return [
    ...(before.length > 0 ? [] : ['the target held nothing of the run, so that nothing is shown']),
    ...(cleaned.exitCode === 0
      ? []
      : [`clean ended with ${cleaned.exitCode}: ${cleaned.stdout}${cleaned.stderr}`]),
    ...(/nothing is left/.test(cleaned.stdout) ? [] : ['clean does not say that nothing is left']),
    ...(left.length === 0 ? [] : [`${left.length} are left in the target`]),
  ];
}

/** By which a check takes its own tenant away, and by which the run takes away what is left. */
const deletion = call('DELETE', /^\/v1\/tenants/);
/** Asked by the clean-up only. */
const leftOvers = call('GET', /^\/v1\/tenants\?/);

/** Says that it is done, and the target never got it. */
const pretend: Act = ({ give }) =>
  give({ status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"removed":[]}') });

const targetDown: Row = {
  id: '114a',
  group: 'H',
  title: 'something is left in the target, which goes down when it is to be cleaned up',
  setup: byProxy(),
  fault: async (scene) => {
    scene.proxy.when(once(deletion), pretend);
    scene.proxy.when(once(leftOvers), async (exchange) => {
      await scene.proxy.refuse();
      await hangUp(exchange);
    });
    return scene.run();
  },
  expect: {
    exitCodes: [1],
    verdict: 'NO-GO',
    reasons: [/Left in the target: unknown: the target could not be asked/],
    also: async (seen) => {
      const down = await seen.scene.start(['clean', idOf(seen.runDir)]).ended;
      await seen.scene.proxy.takeAgain();
      const isListed = /what its journal says it wrote there:\n.*\(/.test(down.stdout);
      return [
        ...(down.exitCode === 2 ? [] : [`clean ended with ${down.exitCode} while the target was down`]),
        ...(isListed ? [] : [`clean does not list what may be left: ${down.stdout}`]),
        ...(await cleanFinishes(seen)),
      ];
    },
  },
};

const pretended: Row = {
  id: '114b',
  group: 'H',
  title: 'the target says that it cleaned up, and did not',
  setup: byProxy(),
  fault: (scene) => {
    scene.proxy.when(deletion, pretend);
    return scene.run();
  },
  expect: { exitCodes: [1], verdict: 'NO-GO', reasons: [/Left in the target: /] },
};

async function killedIn(scene: Scene, phase: string): Promise<Watched> {
  const run = await watchRun(scene);
  await run.sees(`a check of the ${phase} phase`, checkOf('check-finished', phase));
  killTree(run.started.pid);
  await run.ended;
  return run;
}

const strangers: Row = {
  id: '115a',
  group: 'H',
  title: 'a run cleans up beside what a killed run left',
  setup: byProxy(),
  fault: async (scene) => {
    const killed = await killedIn(scene, 'integration');
    const before = await tenantsOf(scene, killed.runId);
    const ended = await scene.run();
    const kept = await tenantsOf(scene, killed.runId);
    const isKept = before.length > 0 && JSON.stringify(kept) === JSON.stringify(before);
    if (!isKept)
      return { ...ended, exitCode: 70, stderr: `${ended.stderr}\n${before.length} became ${kept.length}` };
    const cleaned = await scene.start(['clean', killed.runId]).ended;
    const left = await tenantsOf(scene, killed.runId);
    return cleaned.exitCode === 0 && left.length === 0
      ? ended
      : { ...ended, exitCode: 70, stderr: `${ended.stderr}\n${cleaned.stdout}` };
  },
  expect: {
    exitCodes: [0],
    verdict: 'GO',
    harmless: 'what the killed run made was there before and after, and went with its own clean-up only',
    also: async ({ scene, runDir }) =>
      (await tenantsOf(scene, idOf(runDir))).length === 0 ? [] : ['its own are left in the target'],
  },
};

/** The target makes it, and nobody lives to hear of it. */
async function killedBetween(scene: Scene): Promise<Ended & { readonly runId: string }> {
  const made = Promise.withResolvers<void>();
  scene.proxy.when(once(after(3, call('POST', /^\/v1\/tenants/))), async ({ forward, response }) => {
    await forward();
    killTree(run.started.pid);
    response.destroy();
    made.resolve();
  });
  const run = await watchRun(scene);
  await made.promise;
  const ended = await run.ended;
  return { ...ended, runId: run.runId };
}

/** An intent without an outcome is what the journal holds of it. */
function withoutOutcome({ records }: Seen): readonly string[] {
  const known = new Set(records.flatMap((record) => (record.kind === 'outcome' ? [record.intentId] : [])));
  const open = records.some(
    (record) =>
      record.kind === 'intent' && record.operation === 'tenant.create' && !known.has(record.intentId),
  );
  return open ? [] : ['the journal holds no intent without an outcome'];
}

const between: readonly Row[] = [
  {
    id: '116a',
    group: 'H',
    title: 'killed between the making of a tenant and the record of its outcome, then cleaned up',
    setup: byProxy(),
    fault: async (scene) => {
      const { runId } = await killedBetween(scene);
      const judged = await scene.start(['judge', runId]).ended;
      return { ...judged, stderr: `run ${runId} on it\n${judged.stderr}` };
    },
    expect: {
      exitCodes: [2],
      verdict: 'INCOMPLETE',
      also: async (seen) => [...withoutOutcome(seen), ...(await cleanFinishes(seen))],
    },
  },
  {
    id: '116b',
    group: 'H',
    title: 'killed between the making of a tenant and the record of its outcome, then taken up again',
    setup: byProxy(),
    fault: async (scene) => {
      const { runId } = await killedBetween(scene);
      const again = await scene.start(['run', '--resume', runId]).ended;
      return { ...again, stderr: `run ${runId} on it\n${again.stderr}` };
    },
    expect: {
      exitCodes: [0],
      verdict: 'GO',
      harmless: 'the tenant was found by the tag of its run, settled by reading, and is gone',
      also: async ({ scene, runDir, records }) => [
        ...(records.some(({ kind }) => kind === 'settled') ? [] : ['nothing was settled']),
        ...((await tenantsOf(scene, idOf(runDir))).length === 0 ? [] : ['it is left in the target']),
      ],
    },
  },
];

/** 114 to 116: what a run made is taken away, that and nothing else, whatever happens. */
export const cleanUp: readonly Row[] = [targetDown, pretended, strangers, ...between];
