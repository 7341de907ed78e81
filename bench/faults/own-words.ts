import type { Ended } from '../../src/cli/end-to-end/test-run.fixture.ts';
import type { Scene } from './scene.ts';
import { hosted, hostedTarget, shortProject } from './setup.ts';

/**
 * A project's own words and one scenario of them, tagged for the short profile. `step` is the body of "something goes wrong";
 * the scenario looks at something true, so that without the fault it passes.
 */
export function ownWords(step: string): Readonly<Record<string, string>> {
  return {
    'steps/own.steps.mjs': `import { spawn } from 'node:child_process';
import { After, AfterAll, Before, BeforeAll, Then, When } from '@cucumber/cucumber';
When('something goes wrong', async function () { ${step} });
When('nothing goes wrong', () => {});
Then('all is well', function () { this.story.world.expectEqual('one', 1, 1); });
`,
    'features/own.feature': `@short
Feature: What a project brings itself

  Scenario: Before it
    When nothing goes wrong
    Then all is well

  Scenario: The one with the fault
    When something goes wrong
    Then all is well

  Scenario: After it
    When nothing goes wrong
    Then all is well
`,
  };
}

/** The step that these words leave open does nothing: the control of every row that brings features or steps. */
export const withOwnWords = hosted({
  yaml: shortProject(hostedTarget, ['supervision: { silenceSeconds: 15, stepSeconds: null }']),
  files: ownWords(''),
});

/** One scenario of a project, in a feature of its own that the short profile runs. */
export function ownFeature(scenario: string, name = 'Fault'): string {
  return `@short @fault\nFeature: ${name}\n\n${scenario}`;
}

/** Plays the uat phase alone, or the whole run. One phase gives no verdict, but its exit code says what of it is proven. */
export async function playFeatures(scene: Scene, files: Files, isWhole = false): Promise<Ended> {
  for (const [path, text] of Object.entries(files)) await scene.write(path, text);
  return scene.start(isWhole ? ['run'] : ['run', '--phase', 'uat']).ended;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;
