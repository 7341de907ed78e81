export interface EffortVerbs {
  /** How many stored rows the target has read for this session's world so far: work that no faster machine makes less. */
  rowsRead(): Promise<number>;
}
