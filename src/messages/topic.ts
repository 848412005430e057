/** One topic of the manual inside the tool: `ledger help NAME` prints its text as it is. */
export interface Topic {
  /** The word that calls it, the same in every language. */
  readonly name: string;
  readonly title: string;
  /** Plain text, at most 76 columns wide. */
  readonly text: string;
}
