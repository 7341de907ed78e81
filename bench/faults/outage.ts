import type { Expectation, Row, Seen } from './row.ts';
import type { Scene } from './scene.ts';

/** An outage from the beginning is nobody's wrong bill: no check may be called the product's failure. */
export const outage: Expectation = {
  exitCodes: [2],
  verdict: 'INCOMPLETE',
  also: (seen) => [...blamedProduct(seen), ...withoutProbe(seen)],
};

/**
 * An outage that comes when something was written already. Nobody can look for left-overs then, which row 114 calls a missed
 * gate: that one, and no other, may make it a NO-GO.
 */
export const outageMidway: Expectation = {
  exitCodes: [1, 2],
  also: (seen) => [...blamedProduct(seen), ...withoutProbe(seen), ...missedOthers(seen)],
};

export function blamedProduct({ verdict }: Pick<Seen, 'verdict'>): string[] {
  const blamed = (verdict?.phases ?? []).filter(({ failed }) => failed > 0);
  return blamed.map(({ name, failed }) => `${name}: ${failed} checks are called failures of the product`);
}

function withoutProbe({ records }: Seen): string[] {
  const isSeen = records.some((record) => record.kind === 'probe' && record.result === 'silent');
  return isSeen ? [] : ['no probe says that the target was silent'];
}

export function missedOthers({ verdict }: Pick<Seen, 'verdict'>): string[] {
  const missed = (verdict?.gates ?? []).filter(
    ({ id, result }) => result === 'missed' && id !== 'G43-writes',
  );
  return missed.map(({ title, reason }) => `missed: ${title}. ${reason}`);
}

type Work = (scene: Scene) => Promise<unknown> | unknown;

/** The fault is there before the run. */
export const fromTheBeginning = (fault: Work): Row['fault'] => {
  return async (scene) => {
    await fault(scene);
    return scene.run();
  };
};

/** The fault comes when the integration phase has begun. */
export const midway = (fault: Work): Row['fault'] => {
  return async (scene) => {
    const run = scene.startRun();
    await run.line(/^integration: begins/m);
    await fault(scene);
    return run.ended;
  };
};
