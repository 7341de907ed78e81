export interface UpgradeVerbs {
  /**
   * Brings what is stored to the form of the running version, as a newly installed release does with the data of the one
   * before. Changes no document, no posting and no day on which anything falls due; a repeat finds nothing to do.
   */
  upgradeData(): Promise<void>;
}
