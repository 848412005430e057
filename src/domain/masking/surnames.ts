/** 复姓, which stay whole: 欧阳某 (法释〔2016〕19号 9). Those of the dynasties and of the peoples too, the longest of them four characters. */
const COMPOUND = [
  '欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 公羊 赫连 赫連 澹台 皇甫',
  '宗政 濮阳 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 钟离 鍾離 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷',
  '公良 漆雕 乐正 宰父 谷梁 穀梁 拓跋 拓拔 夹谷 轩辕 軒轅 令狐 段干 百里 呼延 东郭 南郭 北郭 西郭 南门 东门 西门 北门 羊舌 微生',
  '公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 公祖 第五 第二 第八 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑',
  '即墨 达奚 褚师 吴铭 纳兰 納蘭 归海 完颜 富察 叶赫 那拉 叶赫那拉 赫舍里 爱新觉罗 钮祜禄 瓜尔佳 佟佳 乌雅 舒穆禄 马佳 索绰罗',
  '伊尔根觉罗 西林觉罗 他塔喇 尔朱 叱干 贺兰 贺若 贺拔 屈突 宿勤 哥舒 侯莫陈 斛律 破六韩 步六孤 拔拔 库狄 豆卢 耶律 乞伏 秃发',
  '沮渠 吐万 纥豆陵 仆固 阿史那 契苾 执失 黑齿 高车 徒单 蒲察 乌古论 乌林答 裴满 尼庞古 石抹 术虎 粘割 温迪罕 孛术鲁 公输 公冉',
  '淳于 单于 母丘 毌丘 濮阳 胥门 雍门 东阳 中行 士孙 王孙 叔孙 季孙 孟孙 臧孙 庆忌 伯赏 佴晟 墨哈 谯笪 年爱 阳佟 归海 海兰',
]
  .join(' ')
  .split(' ');

/** Surnames of one character: 百家姓, those that are common today, and those of Guangdong and Guangxi. */
const SINGLE = new Set(
  '盘奉伦辜尧赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴商佘佟肖区禤招冼邝麦梅练揭揣丘付代覃闭隋涂敬佴闫闪由仝撒青苟岩战生税首线展朴楚原付候户覃翦幕芦粟植植苑英芬谌谯栗冮宁甯勤官禢庹阳欧陽趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華謝鄒蘇馬鳳魯韋湯羅畢鄔樂時傅顧黃蕭紀項陸榮榮龔劉葉龍鄧單賈婁顏鍾駱盧莊閻連習師鞏聶簡饒關譚賴藺喬陰聞黨勞鄺麥區練温溫'.replaceAll(
    /\s/gu,
    '',
  ),
);

const COMPOUNDS: ReadonlySet<string> = new Set(COMPOUND);
const LONGEST = Math.max(...COMPOUND.map((surname) => surname.length));

/** The surname of several characters that a text begins with, the longest there is. */
export function compoundSurname(text: string): string | undefined {
  for (let length = LONGEST; length >= 2; length -= 1) {
    const start = text.slice(0, length);
    if (start.length === length && COMPOUNDS.has(start)) return start;
  }
  return undefined;
}

/** Whether a character is a surname. */
export function isSurname(character: string): boolean {
  return SINGLE.has(character);
}
