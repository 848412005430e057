import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import configuration from '../.dependency-cruiser.mjs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

async function violations(paths: readonly string[]): Promise<readonly string[]> {
  const { output } = await cruise(
    [...paths],
    {
      ...configuration.options,
      ruleSet: { forbidden: configuration.forbidden },
      validate: true,
      baseDir: root,
    },
    undefined,
    { tsConfig: { options: {} } },
  );
  if (typeof output === 'string') throw new Error(output);
  const { summary }: ICruiseResult = output;
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

test('every file imports only what its layer may', async () => {
  expect(await violations(['src', 'templates'])).toEqual([]);
});
