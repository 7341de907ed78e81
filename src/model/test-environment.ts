const testEnvironments =
  /^(test|testing|sandbox|staging|stage|dev|development|qa|uat|preprod|pre-prod|rehearsal|ci|local)([-_ ].*)?$/i;

/** Whether a target's own name for its environment is one of those that may be written to. Unknown counts as production. */
export function isTestEnvironment(name: string): boolean {
  return testEnvironments.test(name);
}
