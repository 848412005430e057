import { foldName } from '../roster.ts';

/** Whose ledger is imported into. */
export interface RowOwner {
  readonly id: string;
  readonly name: string;
}

/** Whether a cell that names judges names the owner of the ledger, alone or among others, with or without a title. */
export function namesOwner(text: string, owner: RowOwner): boolean {
  return text.split(/[、，,;；/／\s]+/u).some((part) => {
    const name = foldName(part.replace(/^(?:法官助理|法官|助理)|(?:法官助理|法官|助理|同志)$/gu, ''));
    return name === foldName(owner.name) || name === owner.id;
  });
}
