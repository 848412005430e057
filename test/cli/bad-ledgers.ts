/** A ledger that cannot be used: how it comes out of a good one, and what is said of it. */
export interface BadLedger {
  readonly name: string;
  readonly make: (good: string) => string | Uint8Array;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

const FIND_AGAIN = {
  en: 'Please don’t put a new file of this name over it: ask the ledger’s owner for it again, or look for a copy on a USB stick or in the mail.',
  zh: '请不要新建同名文件覆盖它；向台账的主人重新索取，或从U盘、邮件中的副本找回。',
};
const SAVE_AS = {
  en: 'It should be UTF-8. Please open it in Notepad, “save as” with the encoding UTF-8, look the text over, and try again.',
  zh: '应为 UTF-8 编码。请用记事本打开，“另存为”时编码选 UTF-8，核对文字无误后再试。',
};

/** Ledgers of 李敏 that cannot be used. */
export const BAD_LEDGERS: readonly BadLedger[] = [
  {
    name: 'empty',
    make: () => '',
    en: [`ledgers/li-min.json: The file is empty. ${FIND_AGAIN.en}`],
    zh: [`ledgers/li-min.json：文件是空的。${FIND_AGAIN.zh}`],
  },
  {
    name: 'cut in the middle of a text',
    make: (good) => good.slice(0, 700),
    en: [
      `ledgers/li-min.json line 24 column 110: The file is incomplete: it breaks off here, as if it had not been copied to the end. ${FIND_AGAIN.en}`,
    ],
    zh: [`ledgers/li-min.json 第24行第110列：文件不完整，内容到这里断了，像是没有复制完。${FIND_AGAIN.zh}`],
  },
  {
    name: 'lost to a power cut',
    make: () => new Uint8Array(512),
    en: [
      `ledgers/li-min.json: The content of the file is lost (only zero bytes are left), most likely by a power cut. ${FIND_AGAIN.en}`,
    ],
    zh: [`ledgers/li-min.json：文件内容全部丢失（只剩空字节），多半是断电造成的。${FIND_AGAIN.zh}`],
  },
  {
    name: 'GBK',
    // 新兴县 in GBK.
    make: () =>
      Buffer.concat([
        Buffer.from('{\n  "court": "'),
        Buffer.from([0xd0, 0xc2, 0xd0, 0xcb, 0xcf, 0xd8]),
        Buffer.from('"\n}\n'),
      ]),
    en: [
      `ledgers/li-min.json line 2: The file is encoded in GBK (ANSI). ${SAVE_AS.en} Or run ledger repair --from-encoding gbk.`,
    ],
    zh: [
      `ledgers/li-min.json 第2行：文件是 GBK（ANSI）编码。${SAVE_AS.zh}也可以运行 ledger repair --from-encoding gbk。`,
    ],
  },
  {
    name: 'UTF-16',
    make: (good) => Buffer.from(`\ufeff${good}`, 'utf16le'),
    en: [
      `ledgers/li-min.json: The file is encoded in UTF-16 (Unicode). ${SAVE_AS.en} Or run ledger repair --from-encoding utf-16.`,
    ],
    zh: [
      `ledgers/li-min.json：文件是 UTF-16（Unicode）编码。${SAVE_AS.zh}也可以运行 ledger repair --from-encoding utf-16。`,
    ],
  },
  {
    name: 'with a key twice',
    make: (good) => good.replace('"town": "太平镇",', '"town": "太平镇",\n      "town": "秘密镇",'),
    en: [
      'ledgers/li-min.json line 20 column 7: The key “town” is written twice (first on line 19). Please delete one of them; where the two differ, keep the one that is true.',
    ],
    zh: [
      'ledgers/li-min.json 第20行第7列：字段“town”写了两次（第一次在第19行）。请删去多余的一个；两处内容不同的，核对后留下正确的。',
    ],
  },
  {
    name: 'with an unknown key and everything else that is wrong',
    make: (good) =>
      good.replace('"findings"', '"finding"').replace('"date": "2024-07-25"', '"date": "2024-02-30"'),
    en: [
      'ledgers/li-min.json line 24 column 7 visit-240703-7kq2: The key “finding” is not known. Did you mean “findings”?',
      'ledgers/li-min.json line 12 column 5 visit-240703-7kq2: The key “findings” is missing. Please add it and try again.',
      'ledgers/li-min.json line 63 column 15 visit-240725-3f8n: The value of “date” is wrong: here is text of 10 characters. It should be a day, such as "2024-07-03".',
    ],
    zh: [
      'ledgers/li-min.json 第24行第7列 visit-240703-7kq2：不认识的字段“finding”。是不是“findings”？',
      'ledgers/li-min.json 第12行第5列 visit-240703-7kq2：缺少字段“findings”。请补上后再试。',
      'ledgers/li-min.json 第63行第15列 visit-240725-3f8n：“date”的值不对，这里是10个字符的文字。应为日期，如 "2024-07-03"。',
    ],
  },
  {
    name: 'of a newer format',
    make: (good) => good.replace('liaison-ledger/1', 'liaison-ledger/2').replace('"seq"', '"sequence"'),
    en: [
      'ledgers/li-min.json line 2 column 13: The file format liaison-ledger/2 is newer than liaison-ledger/1, the newest this program knows. Please install a newer ledger and open it then; to do no damage, the file was neither read nor changed.',
    ],
    zh: [
      'ledgers/li-min.json 第2行第13列：文件格式 liaison-ledger/2 比本程序支持的 liaison-ledger/1 新。请安装新版 ledger 后再打开；为免损坏，文件没有读取，也没有改动。',
    ],
  },
  {
    name: 'that is no ledger',
    make: () => '{ "name": "别的文件" }\n',
    en: [
      'ledgers/li-min.json line 1 column 1: This file format is not known (a group of keys). The first key should be "format": "liaison-ledger/1". Please check whether it is the right file.',
    ],
    zh: [
      'ledgers/li-min.json 第1行第1列：不认识的文件格式（一组字段）。第一个字段应为 "format": "liaison-ledger/1"。请核对是否放错了文件。',
    ],
  },
  {
    name: 'written with a Chinese comma',
    make: (good) => good.replace('"court": "新兴县人民法院",', '"court": "新兴县人民法院"，'),
    en: [
      'ledgers/li-min.json line 4 column 21: The format is wrong: here is “，”. It should be a comma ,. Please put it right at this line and column and try again.',
    ],
    zh: [
      'ledgers/li-min.json 第4行第21列：文件格式有误，这里是“，”。应为英文逗号 ,。请按提示的行、列改正后再试。',
    ],
  },
];
