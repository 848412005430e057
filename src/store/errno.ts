/** The operating system's own name for what went wrong, such as ENOSPC; anything else that was thrown goes on. */
export function errnoOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  throw thrown;
}
