/** The target answered, and wrongly. One error for all expectations that a check found broken, each with its figures. */
export class ExpectationFailed extends Error {
  constructor(findings: readonly string[]) {
    super(findings.join('\n\n'));
    this.name = 'ExpectationFailed';
  }
}

/** The check itself is at fault: it asserted nothing, or asked for something that a scenario cannot mean. */
export class ScenarioDefect extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScenarioDefect';
  }
}
