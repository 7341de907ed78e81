import { join } from 'node:path';
import { featuresBelow } from '../runners/cucumber/files.ts';
import { cucumber } from '../runners/cucumber.ts';
import { minutes, type Phase, type Places } from './phase.ts';

/** What finance wrote: the examples we ship and the project's own. */
export const uat: Phase = {
  name: 'uat',
  steps: [
    {
      name: 'features',
      runner: cucumber,
      files: featureFiles,
      whenCut: 'rest',
      reads: [],
      deadlineMs: () => minutes(15),
    },
  ],
};

function featureFiles({ projectDir, packageDir }: Places): readonly string[] {
  const folders = [...new Set([packageDir, projectDir])];
  return folders.flatMap((folder) => featuresBelow(join(folder, 'features')));
}
