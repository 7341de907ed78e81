import type { Envelope, GherkinDocument, Pickle, TestStep } from '@cucumber/messages';

export interface KnownPickle {
  readonly document: GherkinDocument;
  readonly pickle: Pickle;
}

/** What cucumber's messages said so far of features, scenarios and the cases made of them. */
export class CucumberIndex {
  readonly #documents = new Map<string, GherkinDocument>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #pickleOfCase = new Map<string, string>();
  readonly #steps = new Map<string, TestStep>();

  learn({ gherkinDocument, pickle, testCase }: Envelope): void {
    if (gherkinDocument) this.#documents.set(gherkinDocument.uri ?? '', gherkinDocument);
    if (pickle) this.#pickles.set(pickle.id, pickle);
    if (testCase) this.#pickleOfCase.set(testCase.id, testCase.pickleId);
    for (const step of testCase?.testSteps ?? []) this.#steps.set(step.id, step);
  }

  /** The sentence of a step of this scenario; null for a hook. */
  sentenceOf({ pickle }: KnownPickle, testStepId: string): string | null {
    const wanted = this.#steps.get(testStepId)?.pickleStepId;
    return pickle.steps.find(({ id }) => id === wanted)?.text ?? null;
  }

  get documents(): readonly GherkinDocument[] {
    return [...this.#documents.values()];
  }

  get pickles(): readonly KnownPickle[] {
    return [...this.#pickles.values()].map((pickle) => this.#known(pickle));
  }

  ofCase(testCaseId: string): KnownPickle {
    const pickle = this.#pickles.get(this.#pickleOfCase.get(testCaseId) ?? '');
    if (pickle === undefined) throw new RangeError('a case that cucumber never announced');
    return this.#known(pickle);
  }

  #known(pickle: Pickle): KnownPickle {
    const document = this.#documents.get(pickle.uri);
    if (document === undefined) throw new RangeError(`a scenario of ${pickle.uri}, which was never read`);
    return { document, pickle };
  }
}
