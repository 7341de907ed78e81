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
