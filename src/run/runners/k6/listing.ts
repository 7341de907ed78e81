import { z } from 'zod';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import type { CheckId, ListedCheck } from '../../../model/observing/check.ts';
import type { Listing, RunnerRequest } from '../../runner.ts';
import { operationOf, type Threshold, thresholdTitle } from './threshold.ts';
import type { K6 } from './tool.ts';

const inspectWithinMs = 60_000;

const expression = z.union([
  z.string(),
  z.object({ threshold: z.string() }).transform((entry) => entry.threshold),
]);
const inspected = z.object({ thresholds: z.record(z.string(), z.array(expression)).nullish() });

type Place = Pick<RunnerRequest, 'phase' | 'step' | 'files' | 'projectDir' | 'packageDir'>;

/** One check per threshold, as k6 itself reads the profile. It starts no scenario. */
export async function listThresholds(request: RunnerRequest, tool: K6): Promise<Listing> {
  const process = tool.start(['inspect', tool.bundleFile], { env: {}, deadlineMs: inspectWithinMs });
  const lines: string[] = [];
  process.onLine((line) => lines.push(line));
  const ended = await process.exit;
  const toolVersion = tool.version;
  if (ended.exitCode !== 0) {
    const fault = `k6 could not read the load profile (exit code ${ended.exitCode}): ${ended.output.trim()}`;
    return { checks: [], faults: [fault], toolVersion };
  }
  const checks = readInspected(lines.join('\n')).map((threshold) => listed(threshold, request));
  checks.sort((left, right) => (left.titlePath.join('\n') < right.titlePath.join('\n') ? -1 : 1));
  const faults = checks.length === 0 ? ['The load profile has no threshold, so that it judges nothing.'] : [];
  return { checks, faults, toolVersion };
}

/** The thresholds in what `k6 inspect` prints. */
export function readInspected(text: string): readonly Threshold[] {
  const { thresholds } = inspected.parse(JSON.parse(text));
  return Object.entries(thresholds ?? {}).flatMap(([metric, expressions]) =>
    expressions.map((one) => ({ metric, expression: one })),
  );
}

/** The same for a threshold of the listing and for that of the summary, though the counts in it may differ by then. */
export function thresholdId(threshold: Threshold, place: Place): CheckId {
  const file = checkFile(place.files[0] ?? '', place);
  return checkIdOf({ phase: place.phase, file, titlePath: thresholdTitle(threshold) });
}

function listed(threshold: Threshold, place: Place): ListedCheck {
  const operation = operationOf(threshold.metric);
  return {
    id: thresholdId(threshold, place),
    phase: place.phase,
    step: place.step,
    file: checkFile(place.files[0] ?? '', place),
    line: 1,
    titlePath: thresholdTitle(threshold),
    topic: 'load',
    tags: operation === null ? [] : [operation],
    needs: ['load'],
  };
}
