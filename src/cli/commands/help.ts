import { refusal } from '../../domain/problem.ts';
import type { Command } from '../command.ts';
import { aligned, overview } from '../render/help.ts';

/** `ledger help [TOPIC]`: the manual inside the tool, and without a topic what the tool can do. */
export const help: Command = {
  options: [],
  arguments: [{ name: { zh: '主题', en: 'TOPIC' }, optional: true }],
  examples: ['help', 'help visit'],
  run: async (context, given) => {
    const { manualFor } = await import('../../messages/manual.ts');
    const topics = await manualFor(context.language);
    const [topic] = given.words;
    if (topic === undefined) {
      const text = overview(context.messages, context.commands);
      return {
        json: { topics: topics.map(({ name, title }) => ({ name, title })) },
        text: [
          text,
          '',
          context.messages.help.topics,
          aligned(topics.map(({ name, title }) => [name, title])),
        ].join('\n'),
      };
    }
    const found = topics.find(({ name, title }) => name === topic || title === topic);
    if (!found)
      throw refusal('misuse', { code: 'topic-unknown', topic, known: topics.map(({ name }) => name) });
    return {
      json: { topic: found.name, text: found.text },
      text: `${context.style.heading(found.title)}\n\n${found.text}`,
    };
  },
};
