import { describe, expect, it } from 'vitest';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { answer } from '../../oracle/answer.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { policySettings, settingsOf } from '../../scenario/policy-settings.ts';
import { habitQuestions } from './habit-questions.ts';

/** A question that has one answer under two habits says nothing about which of them a target has. */
describe('the questions about a habit', () => {
  for (const [name, questions = []] of Object.entries(habitQuestions)) {
    const habit = name as keyof PolicyProfile;
    const answersUnder = (setting: Partial<PolicyProfile>) =>
      questions.map((question) =>
        JSON.stringify(answer(question, { ...referenceProfile, ...setting }).answer),
      );
    const usual = answersUnder({ [habit]: policySettings[habit][0] });
    for (const { value, setting } of settingsOf(habit))
      it(`tell ${habit} ${value} from the usual one`, () => {
        expect(answersUnder(setting)).not.toEqual(usual);
      });
  }
});
