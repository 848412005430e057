/** Does jobs, so many at a time, in their order. */
export async function together(atOnce: number, jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const rest = [...jobs];
  const worker = async (): Promise<void> => {
    for (let job = rest.shift(); job; job = rest.shift()) await job();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
