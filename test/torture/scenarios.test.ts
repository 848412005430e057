import { describe, expect, test } from 'vitest';
import { commandsFor } from '../../src/cli/commands.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { sandbox } from '../support/sandbox.ts';
import { SCENARIOS, withoutScenario } from './scenarios.ts';

const commands = commandsFor(KINDS);

test('every command that writes has a scenario in the torture', () => {
  expect(withoutScenario(commands)).toEqual([]);
});

test('a command without one is named', () => {
  const others = SCENARIOS.filter(({ argv }) => argv[1] !== 'restore' && argv[0] !== 'form');
  const [first, ...more] = withoutScenario(commands, others);
  expect(first).toBe('visit restore');
  expect(more).toContain('form');
});

describe('what says that it writes nothing leaves a workspace as it was', () => {
  const reading = commands.filter(({ writes }) => writes === 'nothing');
  test.each(reading.map((command) => ({ name: command.path.join(' '), command })))(
    '$name',
    async ({ command }) => {
      const box = await sandbox('sample');
      const before = await box.files();
      for (const example of (await command.load()).examples) {
        const { code, stderr } = await box.run(example.split(' '));
        expect([0, 1], `${example}: ${stderr}`).toContain(code);
      }
      expect(await box.files()).toEqual(before);
    },
  );
});
