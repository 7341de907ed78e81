import { describe } from 'vitest';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { capabilitiesFor } from '../../scenario/cases/capabilities-for.ts';
import { check } from '../../scenario/check.ts';
import { settingsOf } from '../../scenario/policy-settings.ts';
import { comparePreview } from './compare-answers.ts';
import { habitQuestions } from './habit-questions.ts';

describe('Each calculation under each legal habit', () => {
  for (const [habit, asked = []] of Object.entries(habitQuestions)) {
    const needs = [...new Set(asked.flatMap(capabilitiesFor))];
    for (const { value, setting } of settingsOf(habit as keyof PolicyProfile)) {
      check(
        `${habit} ${value}`,
        { topic: 'document', needs: ['policy.settings', ...needs], tags: ['@policy'] },
        async (world) => {
          world.setPolicy(setting);
          const session = await world.target();
          for (const question of asked)
            await comparePreview(world, question, (calculation) => session.preview(calculation));
        },
      );
    }
  }
});
