import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  checkFolderClock,
  checkNetwork,
  checkSpace,
  checkTried,
  type TriedFolder,
} from '../../../src/domain/place/disk.ts';
import { checkFolderPath } from '../../../src/domain/place/folder-path.ts';
import { checkColumns, checkLocale, checkNode, OLDEST_NODE } from '../../../src/domain/place/machine.ts';
import type { Finding } from '../../../src/domain/problem.ts';

const problems = (findings: readonly Finding[]): readonly object[] =>
  findings.map(({ severity, problem }) => ({ severity, ...problem }));

const SOUND: TriedFolder = {
  refused: undefined,
  isExclusive: true,
  keepsNames: true,
  unsynced: undefined,
  clockAhead: 1,
};

describe('the path of a folder', () => {
  test.each([
    ['C:\\Users\\li\\OneDrive\\台账', 'OneDrive'],
    ['C:\\Users\\li\\OneDrive - 新兴县人民法院\\台账', 'OneDrive'],
    ['D:\\我的坚果云\\台账', '坚果云'],
    ['/home/li/Nutstore Files/台账', '坚果云'],
    ['C:\\Users\\li\\WPS Cloud Files\\123\\台账', 'WPS云盘'],
    ['D:\\WPS云盘\\台账', 'WPS云盘'],
    ['D:\\BaiduSyncdisk\\台账', '百度网盘'],
    ['D:\\百度网盘同步空间\\台账', '百度网盘'],
    ['/home/li/Dropbox/台账', 'Dropbox'],
  ])('%s is copied to the net', (path, service) => {
    expect(problems(checkFolderPath(path))).toEqual([
      { severity: 'warning', code: 'folder-in-cloud', service },
    ]);
  });

  test.each([
    ['\\\\fileserver\\办公室\\台账', 'folder-on-network'],
    ['C:\\Users\\li\\AppData\\Local\\Temp\\Temp1_台账.zip\\台账', 'folder-temporary'],
  ])('%s: %s', (path, code) => {
    expect(problems(checkFolderPath(path))).toEqual([{ severity: 'warning', code }]);
  });

  test.each(['D:\\台账', '/home/li/ledger', '\\\\?\\D:\\台账', 'D:\\oneDriver\\台账', '/srv/share/台账'])(
    '%s tells nothing',
    (path) => {
      expect(checkFolderPath(path)).toEqual([]);
    },
  );
});

describe('what was tried', () => {
  test('a sound folder', () => {
    expect([...checkTried(SOUND), ...checkFolderClock(SOUND)]).toEqual([]);
  });

  test('everything that can be wrong', () => {
    const refused = { trial: 'replace', reason: 'EACCES' } as const;
    const tried = { ...SOUND, refused, isExclusive: false, keepsNames: false, unsynced: 'EIO' };
    expect(problems(checkTried(tried))).toEqual([
      { severity: 'error', code: 'folder-refuses', ...refused },
      { severity: 'error', code: 'folder-not-exclusive' },
      { severity: 'error', code: 'folder-loses-names' },
      { severity: 'warning', code: 'folder-not-synced-to-disk', reason: 'EIO' },
    ]);
  });

  test.each([
    [121, 1],
    [120, 0],
    [-120, 0],
    [-121, 1],
  ])('a clock %d seconds ahead', (clockAhead, count) => {
    expect(checkFolderClock({ ...SOUND, clockAhead })).toHaveLength(count);
  });
});

describe('the disk', () => {
  const MB = 1048576;

  test.each([
    [9, 'error'],
    [10, 'warning'],
    [199, 'warning'],
  ])('%d MB free: %s', (megabytes, severity) => {
    const found = problems(checkSpace({ freeBytes: megabytes * MB, isNetwork: false }));
    expect(found).toEqual([{ severity, code: 'disk-nearly-full', megabytes }]);
  });

  test('enough room, and another machine’s', () => {
    expect(checkSpace({ freeBytes: 200 * MB, isNetwork: false })).toEqual([]);
    expect(problems(checkNetwork({ freeBytes: 0, isNetwork: true }))).toEqual([
      { severity: 'warning', code: 'folder-on-network' },
    ]);
  });
});

describe('the machine', () => {
  test('needs the Node that the package names', async () => {
    const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
    expect(text).toContain(`"node": ">=${OLDEST_NODE.replace(/\.0$/u, '')}"`);
  });

  test.each(['v20.18.3', 'v18.20.0', 'v20.9.0'])('%s is too old', (found) => {
    expect(problems(checkNode(found))).toEqual([
      { severity: 'error', code: 'node-too-old', found, needed: OLDEST_NODE },
    ]);
  });

  test.each(['v20.19.0', 'v20.20.2', 'v22.1.0', 'v100.0.0'])('%s will do', (found) => {
    expect(checkNode(found)).toEqual([]);
  });

  test.each(['zh_CN.GBK', 'zh_CN.gb18030', 'en_US.ISO-8859-1'])('%s is doubtful', (locale) => {
    expect(problems(checkLocale(locale))).toMatchObject([{ code: 'console-encoding' }]);
  });

  test.each(['zh_CN.UTF-8', 'C.utf8', 'zh-CN', 'C', ''])('“%s” is not', (locale) => {
    expect(checkLocale(locale)).toEqual([]);
  });

  test('and 80 columns', () => {
    expect(checkColumns(80)).toEqual([]);
    expect(checkColumns(79)).toHaveLength(1);
  });
});
