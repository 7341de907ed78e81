import {
  After,
  Before,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
  World,
} from '@cucumber/cucumber';
import { closeAfter } from '../src/scenario/close-after.ts';
import { rememberFailure } from '../src/scenario/failure.ts';
import type { Story } from '../src/scenario/story/story.ts';
import { openStory } from '../src/scenario/story/story-of-pickle.ts';

// A driver ends each of its calls within 15 s; a step makes several.
setDefaultTimeout(60_000);

class StoryWorld extends World {
  #story: Story | null = null;

  get story(): Story {
    if (this.#story === null) throw new RangeError('a step before its scenario was opened');
    return this.#story;
  }

  get isOpen(): boolean {
    return this.#story !== null;
  }

  begin(story: Story): void {
    this.#story = story;
  }
}

setWorldConstructor(StoryWorld);
setDefinitionFunctionWrapper(rememberFailure);

Before({ name: 'open the world' }, async function (this: StoryWorld, { pickle, gherkinDocument }) {
  this.begin(await openStory({ pickle, gherkinDocument }));
});

After({ name: 'close the world' }, async function (this: StoryWorld, { result }) {
  if (!this.isOpen) return;
  const { story } = this;
  await closeAfter(
    async () => {
      if (result?.status !== 'PASSED') return;
      story.world.verify();
      story.world.refuseEmpty();
    },
    () => story.close(),
  );
});
