import { writeFile } from 'node:fs/promises';
import { drawAll } from './draw.ts';

// This file runs from here or, bundled, from a neighbouring folder.
const folder = new URL('../templates/', import.meta.url);

for (const [fileName, bytes] of await drawAll())
  await writeFile(new URL(encodeURIComponent(fileName), folder), bytes);
