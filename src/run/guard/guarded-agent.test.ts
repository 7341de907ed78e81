import { expect, test } from 'vitest';
import { HarnessFault } from '../../model/fault.ts';
import { openHalt } from '../halt.ts';
import { silentAgent } from '../reaching/agent.ts';
import { guardedAgent } from './guarded-agent.ts';

const fault = (code: 'GUARD_REFUSED' | 'TARGET_UNREACHABLE') =>
  new HarnessFault({ code, message: 'It answered with a redirect.', hint: '' });

test.each(['canary', 'probe', 'settle', 'cleanup'])(
  'A target that leads to production when it is asked for its %s ends the run',
  async (asked) => {
    const halt = openHalt();
    const refused = fault('GUARD_REFUSED');
    const answer = await guardedAgent(silentAgent(refused), halt).ask(asked, null);
    expect(answer).toEqual({ kind: 'fault', fault: refused });
    expect(halt.reason).toEqual({ kind: 'guard' });
  },
);

test('A target that is only silent does not', async () => {
  const halt = openHalt();
  await guardedAgent(silentAgent(fault('TARGET_UNREACHABLE')), halt).ask('probe', null);
  expect(halt.reason).toBeNull();
});
