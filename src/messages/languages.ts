import type { Language } from '../domain/words.ts';
import type { Messages } from './messages.ts';

/** The words of a language; only the one that is shown is loaded. */
export async function messagesFor(language: Language): Promise<Messages> {
  if (language === 'en') return (await import('./en.ts')).en;
  return (await import('./zh.ts')).zh;
}

/** The language that was asked for, else that of the machine: English for `en…`, Chinese for everything else. */
export function languageFor(wish: string | undefined, locale: string): Language | undefined {
  if (wish === undefined || wish === '') return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
  return wish === 'zh' || wish === 'en' ? wish : undefined;
}
