import { addEntry } from './add-entry.ts';

const [home = '', name = '', count = '0'] = process.argv.slice(2);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

for (let index = 0; index < Number(count); index += 1) {
  const entry = `${name}-${String(index)}`;
  await addEntry(home, entry, { pid: process.pid, isAlive, waitMs: 60_000 });
  process.stdout.write(`${entry}\n`);
}
