import type { ReadValue } from '../read-table.ts';

/** What a cell says, as text; empty where it holds none of its own. */
export function textIn(value: ReadValue): string {
  switch (value.type) {
    case 'text':
    case 'number':
    case 'error':
      return value.text;
    case 'day':
      return value.day;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'unreckoned':
      return '';
  }
}

/** Whether a cell says something: a formula that nobody reckoned yet does, whatever comes of it. */
export function saysSomething(value: ReadValue): boolean {
  return value.type === 'unreckoned' || textIn(value).trim() !== '';
}
