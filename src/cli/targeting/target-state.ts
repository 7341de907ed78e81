import { findContract, writeContract } from '../../journal/contract-folder.ts';
import { instantFromMs } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { ContractDocument, ProvenPromise } from '../../model/observing/kept-promise.ts';
import type { ChosenTarget, Project } from '../../project/project.ts';
import { type DescribeRequest, describeTarget } from '../../run/reaching/describe-target.ts';
import type { Described } from '../../run/reaching/described.ts';
import { driverDigests } from '../../run/reaching/driver-digests.ts';
import { targetOptions } from '../../run/reaching/target-options.ts';
import { verifyTarget } from '../../run/reaching/verify-target.ts';
import { promised } from '../../target/contract/promised.ts';
import { placesOf } from '../places.ts';
import { newRunId } from '../running/run-id.ts';
import { tollgateVersion } from '../version.ts';
import { chosenTarget } from './chosen-target.ts';
import { guardRequest } from './guard-request.ts';
import { hostSettings } from './host-settings.ts';

/** A target of the project, as far as it let itself be known. */
export type TargetState =
  | { readonly name: string; readonly kind: 'silent'; readonly reason: string }
  /** Nobody named it, and it is production or would have to be started first. */
  | { readonly name: string; readonly kind: 'not-asked'; readonly why: 'production' | 'slow-to-start' }
  | {
      readonly name: string;
      readonly kind: 'answers';
      readonly description: Described;
      /** The verification that holds for it as it is now, or null. */
      readonly contract: ContractDocument | null;
    };

/** Reads what the target says of itself, and what was verified of it before. */
export async function describedState(project: Project, name: string): Promise<TargetState> {
  const chosen = chosenTarget(project, name);
  const said = await describeTarget(describeRequest(project, chosen, ['read']));
  if (said.kind === 'silent') return { name, ...said };
  const { description } = said;
  const found = await findContract(project.reportsDir, await keyOf(project, chosen, description));
  if (found.kind === 'altered') throw altered(found.path);
  return {
    name,
    kind: 'answers',
    description,
    contract: found.kind === 'found' ? found.document : null,
  };
}

/** Holds the target to the contract, and keeps what came of it. */
export async function verifiedState(
  project: Project,
  name: string,
  watch: (proven: ProvenPromise, done: number) => void,
): Promise<TargetState> {
  const chosen = chosenTarget(project, name);
  const request = describeRequest(project, chosen, ['read', 'write']);
  const runId = `contract-${newRunId()}`;
  const verified = await verifyTarget({ ...request, name, runId, contract: promised, watch });
  if (verified.kind === 'silent') return { name, ...verified };
  const { description, promises, leftovers } = verified;
  const contract: ContractDocument = {
    schema: 'tollgate/contract/1',
    ...(await keyOf(project, chosen, description)),
    verifiedAt: instantFromMs(Date.now()),
    capabilities: description.capabilities,
    promises,
    leftovers,
  };
  await writeContract(project.reportsDir, contract);
  return { name, kind: 'answers', description, contract };
}

function describeRequest(
  project: Project,
  chosen: ChosenTarget,
  effects: Parameters<typeof guardRequest>[2],
): DescribeRequest {
  const { driver, host, url, options } = chosen.entry;
  const guard = guardRequest(project, chosen, effects);
  return {
    places: placesOf(project),
    driver,
    host: host === undefined ? null : { name: host, settings: hostSettings(chosen.entry) },
    url: url ?? '',
    options: targetOptions({ options, secrets: guard.secrets }),
    guard,
  };
}

async function keyOf(project: Project, { entry }: ChosenTarget, { name, version }: Described) {
  const { driver, options } = entry;
  return {
    tollgateVersion: await tollgateVersion(),
    driver,
    target: { name, version },
    digests: driverDigests({ places: placesOf(project), driver, options }),
  };
}

function altered(path: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `${path} does not have the content that it was closed with; expected the verification as it was written.`,
    hint: 'Remove the file, and verify again: npx tollgate targets --verify',
  });
}
