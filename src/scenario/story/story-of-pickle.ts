import { resolve } from 'node:path';
import type { GherkinDocument, Pickle } from '@cucumber/messages';
import { checkFile, checkIdOf } from '../../channel/check-id.ts';
import { picklePlace } from '../../channel/cucumber-title.ts';
import { connectScenario, openWorld } from '../world.ts';
import { Story } from './story.ts';

export interface PickleParts {
  readonly gherkinDocument: GherkinDocument;
  readonly pickle: Pickle;
}

/** The story of one scenario of a feature, in the world of the check that the run planned for it. */
export async function openStory({ gherkinDocument, pickle }: PickleParts): Promise<Story> {
  const { configuration } = await connectScenario();
  const checkId = checkIdOf({
    phase: configuration.phase,
    file: checkFile(resolve(pickle.uri), configuration),
    titlePath: picklePlace(gherkinDocument, pickle).titlePath,
  });
  return new Story(await openWorld(checkId));
}
