import { join } from 'node:path';
import type { Project } from '../project/project.ts';
import type { Places } from '../run/phases/phase.ts';

const isBuilt = import.meta.url.endsWith('.js');

/** Where code and data are: sources here, built JavaScript in the published package. */
export function placesOf(project: Pick<Project, 'dir' | 'packageDir'>): Places {
  return {
    projectDir: project.dir,
    packageDir: project.packageDir,
    codeDir: isBuilt ? join(project.packageDir, 'dist') : project.packageDir,
    codeEnding: isBuilt ? '.js' : '.ts',
  };
}
