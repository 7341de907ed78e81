import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { StepMeaning, StepRole } from '../src/scenario/language/step-meaning.ts';
import type { Table } from '../src/scenario/language/table.ts';
import type { Story } from '../src/scenario/story/story.ts';
import type { ParameterTypes } from './parameter-types.ts';

/** The arguments that a pattern hands on: one for each placeholder, and the table that a closing colon announces. */
type Arguments<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? [Name extends keyof ParameterTypes ? ParameterTypes[Name] : never, ...Arguments<Rest>]
  : Pattern extends `${string}:`
    ? [Table]
    : [];

export interface ScenarioWorld {
  readonly story: Story;
}

const definers: Readonly<Record<StepRole, typeof Given>> = { state: Given, event: When, observation: Then };

/**
 * Binds a pattern to what it does. The meaning travels with the definition: listing reads from it what a scenario needs of
 * the target. What an observation expected is judged at once, so that the step that failed is the one that is named.
 */
export function step<const Pattern extends string>(
  pattern: Pattern,
  meaning: StepMeaning,
  code: (story: Story, args: Arguments<Pattern>) => Promise<void> | void,
): void {
  async function run(this: ScenarioWorld, ...given: unknown[]): Promise<void> {
    const args = given.map((value) => (isDataTable(value) ? value.raw() : value));
    const { world } = this.story;
    try {
      await code(this.story, args as Arguments<Pattern>);
      if (meaning.role === 'observation') world.verify();
    } catch (error) {
      throw world.endedBy(error);
    }
  }
  const count = (pattern.match(/\{\w+\}/g) ?? []).length + (pattern.endsWith(':') ? 1 : 0);
  // Cucumber counts the parameters of a step's function; ours takes whatever the pattern gives.
  Object.defineProperty(run, 'length', { value: count });
  definers[meaning.role](pattern, { wrapperOptions: meaning }, run);
}

function isDataTable(value: unknown): value is DataTable {
  return typeof (value as Partial<DataTable> | null)?.raw === 'function';
}
