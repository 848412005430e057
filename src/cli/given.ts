/** What somebody typed behind a command, not yet understood. */
export interface Given {
  /** Values by name of option; a switch is `true`. */
  readonly options: Readonly<Record<string, string | true | undefined>>;
  readonly words: readonly string[];
}

/** The text of an option, or undefined. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a switch was given. */
export function isOn(given: Given, name: string): boolean {
  return given.options[name] === true;
}
