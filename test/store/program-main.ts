import { join } from 'node:path';
import { run } from '../../src/main.ts';
import { fakeEnvironment } from '../support/environment.ts';

// The program in a process of its own, in the workspace of the current folder.

const home = process.cwd();
const environment = fakeEnvironment({ cwd: home, userHome: join(home, '..', 'user') });
process.exitCode = await run(process.argv.slice(2), environment);
process.stdout.write(environment.written.stdout);
process.stderr.write(environment.written.stderr);
