export { run } from '../../src/main.ts';
export { fakeEnvironment } from '../support/environment.ts';
export { hasFired, setFault } from './faulty-fs.ts';
