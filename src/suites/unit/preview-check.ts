import type { Calculation } from '../../model/billing/calculation.ts';
import type { CheckTopic } from '../../model/observing/check.ts';
import { capabilitiesFor } from '../../scenario/cases/capabilities-for.ts';
import { check } from '../../scenario/check.ts';
import { comparePreview } from './compare-answers.ts';

export interface PreviewCheck {
  readonly topic: CheckTopic;
  readonly questions: readonly Calculation[];
  readonly tags?: readonly string[];
}

/** One check that puts its questions to the target's preview and to the oracle. */
export function previewCheck(title: string, options: PreviewCheck): void {
  const needs = [...new Set(options.questions.flatMap(capabilitiesFor))];
  check(title, { topic: options.topic, needs, tags: options.tags ?? [] }, async (world) => {
    const session = await world.target();
    for (const question of options.questions) {
      await comparePreview(world, question, (calculation) => session.preview(calculation));
    }
  });
}
