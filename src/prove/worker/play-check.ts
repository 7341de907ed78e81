import { type ChannelClient, unheard } from '../../channel/client.ts';
import { errorType } from '../../channel/error-verdict.ts';
import type { ToolRecord } from '../../model/observing/record.ts';
import { type ScenarioContext, withinScenario } from '../../scenario/ambient.ts';
import type { PlayedCheck } from '../messages.ts';
import type { LoadedCheck } from './loaded-check.ts';

type Ending = Extract<ToolRecord, { kind: 'check-finished' }>;

const late = Symbol('late');

/** Plays one check once, against the target of the context, within its time. */
export async function playCheck(
  check: LoadedCheck,
  context: Omit<ScenarioContext, 'channel'>,
): Promise<PlayedCheck & { readonly isLate: boolean }> {
  const startedMs = performance.now();
  const endings: Ending[] = [];
  const channel = listeningFor(endings);
  const controller = new AbortController();
  const played = withinScenario({ ...context, channel, isForgotten: true }, () =>
    check.play({ signal: controller.signal, channel }),
  );
  // A body that nobody waits for any more may still fail.
  played.catch(() => undefined);
  const timer = Promise.withResolvers<typeof late>();
  const timeout = setTimeout(() => timer.resolve(late), check.timeoutMs);
  const thrown = await Promise.race([
    played.then(
      () => null,
      (error: unknown) => ({ error }),
    ),
    timer.promise,
  ]);
  clearTimeout(timeout);
  const isLate = thrown === late;
  if (isLate) controller.abort();
  const durationMs = Math.round(performance.now() - startedMs);
  const { kind, detail } = isLate
    ? { kind: 'broken' as const, detail: `no end within ${check.timeoutMs} ms` }
    : outcomeOf(endings.at(-1), thrown?.error);
  return { id: check.id, kind, detail, durationMs, isLate };
}

/** Suites and cucumber tell how a check ended; what is thrown past them is the harness's own fault. */
function outcomeOf(ending: Ending | undefined, thrown: unknown): Pick<PlayedCheck, 'kind' | 'detail'> {
  if (ending === undefined) {
    const error = thrown instanceof Error ? thrown : new Error('it told nothing of its end');
    return { kind: 'broken', detail: `${errorType(error)}: ${error.message}` };
  }
  if (ending.status === 'passed') return { kind: 'passed', detail: '' };
  const detail = `${ending.error?.type ?? 'Error'}: ${ending.error?.message ?? ''}`;
  if (ending.status === 'failed') return { kind: 'finding', detail };
  return { kind: ending.error?.type === 'TARGET_UNREACHABLE' ? 'silent' : 'broken', detail };
}

function listeningFor(endings: Ending[]): ChannelClient {
  const hear = (record: ToolRecord) => {
    if (record.kind === 'check-finished') endings.push(record);
  };
  return { ...unheard(), record: async (record) => hear(record), tell: hear };
}
