import { warning, type Finding } from '../problem.ts';

/** Programs that copy a folder to the net, by what they call it. The first that fits is named. */
const SERVICES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['OneDrive', /^onedrive\b/iu],
  ['坚果云', /坚果云|^nutstore/iu],
  ['WPS云盘', /^wps\s?(?:云盘|云文档|drive|cloud)|^wps\s?cloud\s?files$/iu],
  ['百度网盘', /百度(?:网盘|云|同步)|^baidu\s?(?:netdisk|sync|yun)/iu],
  ['阿里云盘', /阿里云盘|^aliyundrive|^adrive$/iu],
  ['腾讯微云', /微云|^weiyun/iu],
  ['企业微信微盘', /微盘|^wedrive$/iu],
  ['360云盘', /^360云盘/iu],
  ['Dropbox', /^dropbox\b/iu],
  ['Google Drive', /^google\s?drive\b/iu],
  ['iCloud', /^icloud\b|^com~apple~clouddocs$/iu],
];

/** Where mail and archives unpack what is opened in them: it is swept away one day. */
const TEMPORARY = /[\\/](?:AppData[\\/]Local[\\/]Temp|Temporary Internet Files|INetCache)(?:[\\/]|$)/iu;

/** A share by its Windows path: `\\server\share`, and not a device `\\?\` or `\\.\`. */
const SHARE = /^(?:\\\\|\/\/)(?![?.][\\/])[^\\/]/u;

/** What the path of a workspace tells: a folder that is synchronised, on another machine, or temporary. */
export function checkFolderPath(path: string): readonly Finding[] {
  const service = serviceOf(path);
  return [
    ...(service === undefined ? [] : [warning({ code: 'folder-in-cloud', service })]),
    ...(SHARE.test(path) ? [warning({ code: 'folder-on-network' })] : []),
    ...(TEMPORARY.test(path) ? [warning({ code: 'folder-temporary' })] : []),
  ];
}

function serviceOf(path: string): string | undefined {
  const parts = path.split(/[\\/]+/u);
  return SERVICES.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0];
}
