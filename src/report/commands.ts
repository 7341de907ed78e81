/** What a reader types next. */
export function rerunCommand(checkId: string): string {
  return `npx tollgate run --check ${checkId}`;
}

export function explainCommand(runId: string, checkId: string): string {
  return `npx tollgate explain ${runId} ${checkId}`;
}
