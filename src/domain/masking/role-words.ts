/** What may stand in front of a name and is none: `村委会主任陈焕新`, `果农邓某`. The last of them ends where the name begins. */
const ROLES = [
  '主任 副主任 书记 副书记 支书 村长 镇长 副镇长 所长 副所长 站长 队长 组长 厂长 场长 店长 会长 院长 校长 园长 班长 社长 科长 股长 局长 庭长 部长 委员 干部',
  '专干 干事 民警 辅警 警官 村民 居民 市民 农户 农民 养户 养鸭户 养鱼户 种藕户 养猪户 养殖户 种植户 冬种户 养鸡户 养蜂户 运输户 建房户 果农 稻农 茶农 菜农 渔民 户主 业主 店主 摊主 房东 租户 租客 邻户',
  '老板 包工头 承包人 经营者 投资人 投资者 实际控制人 负责人 法定代表人 代表人 代表 经理 员工 工人 民工 司机 车主 伤者 死者 死者家属 原告 被告 申请人 被申请人 自诉人 被告人 被执行人 申请执行人 第三人',
  '上诉人 被上诉人 债权人 债务人 出借人 借款人 担保人 监护人 代理人 委托代理人 律师 法官 法官助理 书记员 审判员 审判长 陪审员 人民陪审员 调解员 人民调解员 网格员 联络员 环保员 驻村 第一书记',
  '青年 老人 男方 女方 丈夫 妻子 父亲 母亲 父 母 长子 次子 三子 儿子 女儿 女婿 儿媳 兄长 哥哥 弟弟 姐姐 妹妹 邻居 同村 族长 老师 教师 医生 学生 军人 退伍军人 寡妇 出嫁女 装修工 搬运工 种粮大户 大户 现经营者 前经营者 店员 主席 副主席 理事长 会员 保证人 被害人 承租人 承包户 塘主 林主 山主 会头 治保 治保主任 政法委员 第一书记 技术员 邻山主 宣传员 志愿者',
  '中心 居委会 村委会 委员会 委会 监委 党委 支部 总支 办公室 办 站 所 局 庭 院 会 校 中学 小学 公司 厂 店 社 社区 村 镇 县 队 组 科 股 部 室 处 室 协会 商会 妇联 工会 理事 顾问 秘书 助理 院 校 基地 农场 合作社 同志',
]
  .join(' ')
  .split(' ');

/** What may stand behind a name: `梁大强夫妇`, `李建国小卖部`. */
const FOLLOWERS =
  /(?:夫妇|夫妻|一家|两口子|之父|之母|之子|之女|之妻|之夫|兄弟|姐妹|兄妹|姐弟|父子|母子|父女|母女|祖孙|婆媳|家属|家人|亲属|本人|的)?(?:(?:[一二两三四五六七八九十\d]+|多)[人户家名])?(?:老板|主任|书记|支书|队长|组长|村长|镇长|所长|会长|医生|老师|同志|先生|女士|小姐|经理|师傅|律师|法官|小卖部|便利店|商店|士多店?|杂货店|饭店|餐馆|食店|商行|经营部|批发部|维修部|修理厂|加工厂|养殖场|农场|家庭农场|诊所|理发店|药店|建材店|家具店|饲料店|农资店|五金店|店)?$/u;

/** Whole words that look like a name, since they begin with a surname's character. */
const WORDS = new Set(
  [
    '双方 全体 干部 群众 代表 商户 农户 老人 党员 房东 经理 家属 成员 包工头 养户 车主 司机 原告 被告 师生 学生 工人 林场 水站 石场 花场 文员 文书 车队 商会 厂方 党委 游客 方言 双亲 万户 安置户 项目方 管理员',
    '农场主 农民 于某 红娘 和解 居民 居委会 都是 商家 商铺 应邀 成年人 未成年 幸福 易某 解放军 单位 单位负责人 管理人 管委会 党支部 党总支 计生 计生办 文旅办 农业 农办 农业办 农机 农技站 水利 水务 林业 林业站 经济社 常委',
    '经营户 经营者 费用 广场 方代表 查验 何人 司法所 司法局 水产站 水管所 国土所 国土 卫生院 卫健办 平台 平安办 文化站 金融办 查某 相邻 相关 印刷厂 石材厂 时任 常务 向导 沙场 米厂 花农 鱼贩 鱼塘 鱼苗场 池塘 荒山 路人 路政 车间',
    '祝愿 史料 毛料 包装厂 黄牛 梁家 苏家 贫困户 易地 危房 危房户 程序 童工 万元 段落 家长 居住 尚未 从业 步行 都有 寿星 有关 有人 有关人 老师 阳台 高层 高低层 党建办 双职工 边民 明星 贝壳 强弱 路边 时候 万人 千人 商贩 商贩们 水电工 水工 花店 花木 石工 车工 金店 米店 果农 种植户 温泉 温室 凤凰 平房 安保 安保员 安监 安监办 应急办 宣传 宣传委员 项目 项目部 项目组 人员 门店 经办 经办人 查看 谈话 华侨 荣军 成都 云浮 云浮市 广东 广东省 新兴 平康社区 江湖 高中 高中生 初中 从犯 全镇 全村 全县 全家 任何 任何人 和平 连队 连锁店 包方 施工 施工队 施工方 闻讯 齐心 郁南 云安 习惯 宁静 庄稼 喻家 柏树 能人 宰客 都骑 牧民 牧场 终端 通知 边界 鲜花 屠户 麻将 应届 干果 干货 莫名 于是 乐队 安全 安全员 支委 支书 支部 支行 管护 管护员 单身 单身汉 权属 利害 有限 后勤 后生 不详 未知 待定 保密 同上 同前 暂无 没有 匿名 另附 若干 多人 双方 各方 一方 对方 汉族 壮族 瑶族 苗族 已婚 未婚 无业 务农 施工方 管理方 相邻户 居住户 居民户 相关方 商铺户 党代表 党委副 区副 区调解 司法 师徒 化名 上游 下游 电话 未成年人 聋哑人 况且 文化 文明 文艺 文艺队',
  ]
    .join(' ')
    .split(' '),
);

/** How bodies end, and groups of people: `建筑队`, `市场产权方`. */
const BODY =
  /(?:公司|合作社|委员会|村委会|居委会|委会|小组|[队组厂店场村镇社所站办局院校]|中心|社区|政府|银行|信用社|工会|协会|商会|学校|中学|小学|医院|双方|方|户|家|物业|民宿|小区|附近|成员|家属|群众|代表|干部|人员|团队|企业|机构|部门|单位|工地|基地)$/u;

const ENDS = new Set(ROLES);
const LONGEST = Math.max(...ROLES.map((role) => role.length));

/** Whether a text ends in what may stand in front of a name. */
export function endsInRole(text: string): boolean {
  for (let length = Math.min(LONGEST, text.length); length > 0; length -= 1)
    if (ENDS.has(text.slice(-length))) return true;
  return false;
}

/** Whether a word tells what somebody is, and nothing else: 店主, 长子. */
export function tellsRole(text: string): boolean {
  return text.length > 1 && ENDS.has(text);
}

/** Words that people are named by too: where only persons are said, they are names. */
const ALSO_NAMES = new Set('文明 齐心 宁静 明星 幸福 温泉 文艺 安全 和平 凤凰 于是 常务 时候'.split(' '));

/** Whether people are named by a word too: 和平 in 和平饭店 may be what the 户和平 is called who runs it. */
export function isAlsoName(text: string): boolean {
  return ALSO_NAMES.has(text);
}

/** Whether a piece is made of such words alone, and so is nobody's name. */
export function isRole(text: string, only = false): boolean {
  return ENDS.has(text) || (WORDS.has(text) && !(only && ALSO_NAMES.has(text)));
}

/** A piece without what stands behind a name in it. */
export function withoutFollowers(text: string): string {
  return text.replace(FOLLOWERS, '');
}

/** Endings of bodies that given names have as well: 李东方, 张成家. */
const OF_NAMES_TOO = /[方户家会]$/u;

/** Whether a piece names a body or a group of people. */
export function isBody(text: string): boolean {
  return BODY.test(text);
}

/** Whether a body's name is all that a piece with a surname in front can be. */
export function isSurelyBody(text: string): boolean {
  return BODY.test(text) && !(OF_NAMES_TOO.test(text) && !/(?:[委协学商工总党]会|双方)$/u.test(text));
}
