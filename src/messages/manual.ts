import type { Language } from '../domain/words.ts';
import type { Topic } from './topic.ts';

/** The manual in a language; only the one that is shown is loaded. */
export async function manualFor(language: Language): Promise<readonly Topic[]> {
  if (language === 'en') return (await import('./manual-en.ts')).manual;
  return (await import('./manual-zh.ts')).manual;
}
