export { addEntry } from './add-entry.ts';
export { hasFired, setFault } from './faulty-fs.ts';
