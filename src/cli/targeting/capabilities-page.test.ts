import { expect, test } from 'vitest';
import { capabilities } from '../../target/capability.ts';
import { capabilityGuide } from '../../target/capability-guide.ts';
import { promised } from '../../target/contract/promised.ts';

test('the contract has a promise about each capability', () => {
  const shown = new Set(promised.flatMap(({ shows }) => shows));
  expect(capabilities.filter((name) => !shown.has(name))).toEqual([]);
});

test('docs/capabilities.md has each capability in the order of the contract; -u renews it', async () => {
  const order = [...new Set([...promised.flatMap(({ shows }) => shows), ...capabilities])];
  expect(order.toSorted()).toEqual([...capabilities].toSorted());
  const rows = order.map((name) => {
    const { means, verbs } = capabilityGuide[name];
    return `| \`${name}\` | ${means} | ${verbs.map((verb) => `\`${verb}\``).join(' ')} |`;
  });
  const page = [
    '# Capabilities',
    '',
    'What a target can do, in the order of the contract. The verbs are those that a capability takes beside the ones of what it',
    'builds on. [adding-a-target.md](adding-a-target.md) says how a driver comes to them.',
    '',
    '| capability | means | verbs |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../../docs/capabilities.md');
});
