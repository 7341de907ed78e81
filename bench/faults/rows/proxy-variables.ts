import type { Expectation, Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { byProxy } from '../setup.ts';
import { openStranger, type Stranger } from '../stranger.ts';

const strangers = new WeakMap<Scene, Stranger>();

/** Shown or refused; and whoever stands at that address gets nothing of ours. */
const shown: Expectation = {
  exitCodes: [0, 2, 78],
  harmless: 'the variables are named in what the run says of itself, and nobody went that way',
  also: ({ scene }) =>
    (strangers.get(scene)?.visits ?? []).map((visit) => `the stranger was visited: ${visit}`),
};

/** 41: the machine sends everything over somebody else. */
export const proxyVariables: readonly Row[] = [
  row('41a', ['HTTP_PROXY', 'HTTPS_PROXY']),
  row('41b', ['http_proxy', 'all_proxy']),
  row('41c', ['HTTP_PROXY'], { NODE_USE_ENV_PROXY: '1' }),
];

function row(id: string, names: readonly string[], more: Readonly<Record<string, string>> = {}): Row {
  return {
    id,
    group: 'B',
    title: `${[...names, ...Object.keys(more)].join(', ')} in the environment`,
    setup: byProxy(),
    fault: async (scene) => {
      const stranger = await openStranger();
      scene.atEnd(() => stranger.close());
      strangers.set(scene, stranger);
      const named = Object.fromEntries(names.map((name) => [name, stranger.url]));
      return scene.run({ env: { ...named, ...more, NO_PROXY: '', no_proxy: '' } });
    },
    expect: { ...shown, says: [new RegExp(names[0] ?? '')] },
  };
}
