import { isRole, tellsRole } from './role-words.ts';

/** Words between two people of a case: what is left and right of one is another party. */
const JOINING = [
  '与 和 及 跟 诉 暨 同 对 向 被 欠 打 骂 告 或 并 另 间 把 将 给 让 替 为 因 而 由 在 是 系 以及 或者 另有 还有 之间 连同 与其 vs v',
  '遭 受 经 家暴 家庭暴力 虐待 遗弃 伤害 故意伤害 诈骗 盗窃 起诉 状告 控告 控诉 反诉 上诉 申诉 投诉 举报 追讨 追索 索赔 索要 催讨 讨要 拖欠 借给 借款给 租给 卖给 转让给 转让 占用 侵占 要求 请求 申请执行 申请',
  '殴打 打伤 打骂 辱骂 撞伤 撞倒 致伤 推搡 争吵 吵架 打架 争执 冲突 发生 产生 引发 引起 互殴 互骂 不和 反目',
].join(' ');

/** Whose relative or companion somebody is. */
const RELATIVES = [
  '其 之 的 父 母 子 女 夫 妻 兄 弟 姐 妹 儿 媳 婿 叔 伯 姑 舅 姨 嫂 婶 婆 侄 甥 爸 妈 哥 嫂子 爸爸 妈妈 爷爷 奶奶 外公 外婆 祖父 祖母 外祖父 外祖母 孙子 孙女 外孙 外孙女 孙儿 侄子 侄女 侄儿 外甥 外甥女',
  '老父 老母 老婆 老公 爱人 配偶 前夫 前妻 岳父 岳母 公公 婆婆 姐夫 妹夫 弟媳 弟妇 儿媳妇 媳妇 长女 次女 三女 四女 四子 五子 幼子 幼女 小儿子 大儿子 二儿子 大女儿 二女儿 小女儿 独子 独女 养子 养女 养父 养母 继父 继母 继子 继女 生父 生母',
  '大哥 二哥 三哥 大姐 二姐 大嫂 二嫂 弟妹 叔叔 伯父 伯母 舅舅 舅母 姑姑 姑母 姨妈 姨母 叔父 婶婶 堂兄 堂弟 堂哥 堂姐 堂妹 堂叔 表兄 表弟 表哥 表姐 表妹 表叔 表兄弟 堂兄弟 表姐妹 堂姐妹 胞兄 胞弟 胞姐 胞妹',
  '男友 女友 男朋友 女朋友 未婚妻 未婚夫 朋友 好友 同事 同学 同乡 工友 合伙人 股东 继承人 近亲属 亲戚 亲友 亲属 家属 家人 本人 自己 一同 共同 以上 上述 女士 先生 小姐 同志 师傅 老师 大夫 医生 阿婆 阿公 太太',
].join(' ');

/** Several people under one word: no one letter is for them. */
const SEVERAL = [
  '夫妇 夫妻 一家 一家人 全家 两口子 兄弟 姐妹 兄妹 姐弟 弟兄 父子 母子 父女 母女 父母 子女 祖孙 婆媳 叔侄 三兄弟 三姐妹 两兄弟 两姐妹 双方 各方 众人 多人 他人 家长 村民们 住户们',
  '代表 群众 户 住户 员工 工人 家属 村民 居民 人',
].join(' ');

/** Under which other name somebody goes: what follows is nobody else. */
const ALIASES =
  '化名 曾用名 又名 别名 原名 真名 真实姓名 绰号 外号 小名 乳名 花名 笔名 网名 人称 自称 名叫 名为 叫做 叫 姓名 名字';

/** What is said of somebody beside the name. */
const DETAILS = [
  '男 女 男性 女性 族 岁 周岁 年 月 日 生 出生 年生 年出生 出生于 住 现住 家住 住址 户籍 籍贯 人士 已故 故 生前 年约 年近 年满 未满 六旬 七旬 八旬 九旬 高龄 年迈 老 小 大 旧 新 前 现 原 某 各 该 本 同 共 每 两 双 另 上 下 内 外 左 右 东 西 南 北 后 一名 一位 名下 未 已 姓',
  '未成年人 未成年 成年 成年人 聋哑人 聋哑 残疾 残疾人 盲人 精神病人 精神病患者 病人 患者 孤寡 留守 独居 低保户 五保户 困难户 脱贫户 单亲 儿童 少年 婴儿 幼儿 孤儿 老年人 老人家 小孩 孩子 男子 女子 男孩 女孩 妇女 产妇 孕妇 学生家长 婆婆 公公 阿婆 阿公 大爷 大妈 大叔 大婶 大姐 大哥 阿姨 叔叔',
  '前任 现任 时任 原任 返乡 外来 外地 外省 外县 本地 受伤 受害 出资 未出资 合股 修路 欠薪 外出 务工 打工 退休 在职 离职 失业 待业 无业 务农 经商 承包 承租 出租 转租 租赁 经营 种植 养殖 运输 采购 供货 送货 施工 装修 拆迁 搬迁 反悔 受托 委托 代理 代 法定 共有 共有人 所有 所有权人 产权 产权人 权利人 使用权人 使用人 占有人',
  '电话 联系电话 手机 手机号 手机号码 号码 联系方式 微信 微信号 身份证 身份证号 身份证号码 号 证号',
].join(' ');

/** Who stands in a case or in life where no role is told by the other lists. */
const STANDINGS = [
  '当事人 申请方 被申请方 原告方 被告方 原告人 申请执行人 反诉原告 反诉被告 上诉方 异议人 案外人 利害关系人 关系人 受害人 受害方 侵权人 加害人 肇事者 肇事司机 驾驶员 乘客 行人 证人 见证人 中间人 介绍人 媒人 经手人 委托人 受托人 受益人 投保人 被保险人',
  '出租人 承租方 出租方 买方 卖方 买受人 出卖人 供货商 供应商 客户 顾客 消费者 游客 食客 住客 雇主 雇员 雇工 用人单位 劳动者 劳动方 发包方 发包人 承包方 分包人 转包人 承揽人 定作人 施工人 实际施工人 房主 屋主 地主 田主 车方 货主 船主 机主 老板娘 店长 个体户 个体工商户 个体 工商户 经营户 摊贩 小贩',
  '低层 高层 高低层 楼上 楼下 隔壁 邻家 邻居家 左邻右里 相邻 邻 甲 乙 丙 丁 甲方 乙方 丙方 甲户 乙户 丙户 丁户 火户 改种户 会员 搬运 搬运工 切割工 采果工 采果 切割 临时工 农民工 小工 技工 保安 保姆 护工 厨师 服务员 收银员 快递员 外卖员 货车司机 砂石车司机 砂石车 货车 摩托车 电动车 小车 拖拉机',
  '理事长 前理事长 村小组长 小组长 村委主任 村主任 社区主任 党委书记 村支书 支部书记 政法委员 治保主任 妇女主任 调解主任 网格长 楼长 户代表 村代表 村民代表 居民代表 党员代表 人大代表 县人大代表 政协委员 镇长 县长 村医 教师 家长',
].join(' ');

/** What a case is about. */
const CASES = [
  '离婚 纠纷 一案 案 案件 民间借贷 借贷 借款 欠款 货款 工资 工钱 合同 买卖 相邻 相邻关系 邻里 抚养 抚养费 抚养权 赡养 赡养费 扶养 继承 遗产 侵权 交通事故 机动车 道路 人身损害 人身 损害 损害赔偿 赔偿 劳动 劳务 争议 劳动争议 婚姻 婚约 财产 彩礼 同居 关系 分家 析产 宅基地 土地 承包 林地 山林 山地 田地 鱼塘 排水 通行 采光 通风 漏水 噪音 物权 确认 返还 不当得利 名誉权 健康权 生命权 相关 一事 事 事宜 问题 矛盾 调解 司法确认 执行 诉前',
  '退婚 退彩礼 房屋 建房 买房 装修款 工程款 租金 房租 土地承包 土地租赁 房屋租赁 服务 物业服务 保险 医疗 产品 责任 消费 网购 钱 款 债 债务',
].join(' ');

/** Where somebody is from, below the names of places, which a roster tells. */
const PLACES =
  '村 镇 县 市 省 组 队 社 片 街道 社区 小区 安置小区 安置 单元 楼 层 栋 座 室 本村 邻村 外村 该村 本镇 邻镇 外镇 该镇 附近 旁边 对面 上游 下游 村内 村口 街 巷 路 路口 圩 围 市场 旧市场 集市 农贸市场 荒山 地 河 屋 老屋 祖屋 新屋 房 粮站 旧粮站 砂坑 旧砂坑 瓜田 茶园 果园 花场 棚架 花木 村级 乡镇 镇级 县级 自来水 自来水厂 湾 边';

/** What bodies trade in, and how they end. */
const BODIES = [
  '建材 家具 五金 饲料 农资 石材 石料 矿石 砖 水泥 不锈钢 塑料 制品 印刷 包装 纸品 皮具 服装 制衣 玩具 电子 电器 食品 饮料 粮油 水果 蔬菜 茶叶 果业 花卉 苗木 鱼苗 农牧 农业 林业 渔业 牧业 养猪 养鸡 养鸭 养鱼 光伏 新能源 能源 电力 供电 供水 燃气 物业 物业管理 物业服务 保险 财产保险 人寿保险 贸易 商贸 实业 投资 管理 建设 建筑 建筑工程 工程 市政 装饰 装修 运输 物流 快递 汽车 修理 维修 房地产 置业 科技 网络 传媒 广告 文化 旅游 餐饮 酒店 宾馆 酒家 饭店 餐馆 餐厅 食店 食堂 素食馆 素食 民宿 农家乐 大排档 小吃 早餐 烧烤 奶茶 理发 美容 便利 日用 日杂 百货 烟酒 副食 药 旅店 旅馆 林地 茶 蜂 采砂 砂石 加工 制造 生产 销售 批发 零售 经销 开发 发展 技术 咨询 教育 培训 劳务 人力资源 医药 医疗 产权 改造 拍摄 短视频 前期 合作 合伙 个体 承包 种养 种植 专业 家庭 股份 经济',
  '公司 有限公司 有限责任公司 股份有限公司 责任公司 分公司 支公司 子公司 集团 集团公司 合作社 专业合作社 经济合作社 经济社 合作联社 厂 店 馆 档 铺 行 场 站 所 局 庭 院 会 校 部 办 中心 基地 园 室 处 科 房 坊 吧 城 营业部 经营部 批发部 维修部 修理厂 加工厂 家庭农场 砖厂 旧砖厂 石场 石料厂 石材厂 鱼苗场 养殖场 加油站 小卖部 便利店 小店 商店 商行 商场 超市 士多 士多店 杂货店 诊所 药店 家具店 饲料店 农资店 建材店 五金店 理发店 卫生站 卫生院 幼儿园 养老院 敬老院',
  '项目部 工程队 施工队 建筑队 装修队 车队 团队 工程部 项目方 施工方 改造方 产权方 市场产权方 出资方 管理方 供货方 租赁方 承建方 业主方 用工方 厂方 校方 院方 店方 医方 患方 委员会 村委会 居委会 居民委员会 村民委员会 村民小组 居民小组 小组 党委 党总支 党支部 党支书 支部 总支 村委 居委 两委 村两委 理事会 协会 老人协会 养殖协会 商会 妇联 工会 共青团 团委 政府 镇政府 人民政府 综治中心 综治办 司法所 派出所 供电所 人社所 农技站 水利所 国土所 自然资源所 卫生所 信访办 法院 人民法院 法庭 检察院 公安局 司法局 银行 农商行 农商银行 信用社 支行 分行 中国 工商 农业银行 邮政 储蓄 移动 电信 联通 小学 中学 学校 医院 人民医院 中医院 企业 机构 部门 单位 工地',
].join(' ');

/** Counts and what is counted. */
const COUNTS =
  '等 等等 共 约 共计 合计 一 二 三 四 五 六 七 八 九 十 百 千 〇 零 两 几 多 余 数 若干 数名 数户 人 户 名 家 位 个 条 间 对 第 届 号 项 次 元 以上 左右 以下 余人 余户 多人 多户';

const PERSON_WORDS = new Set([
  ...RELATIVES.split(' ').filter((word) => word.length > 1),
  ...STANDINGS.split(' '),
]);
const JOINING_WORDS = new Set(JOINING.split(' '));
const ALIAS_WORDS = new Set(ALIASES.split(' '));
const SEVERAL_WORDS = new Set(SEVERAL.split(' '));
const WORDS = new Set(
  [JOINING, RELATIVES, SEVERAL, ALIASES, DETAILS, STANDINGS, CASES, PLACES, BODIES, COUNTS]
    .join(' ')
    .split(' '),
);

/** The longest word of a field of persons, in characters. */
export const LONGEST_WORD = 8;

/** Whether a text is a word that a field of persons may say beside names. */
export function isFieldWord(text: string): boolean {
  return WORDS.has(text) || isRole(text);
}

/** 与, 诉, 欠: another party stands behind it. */
export function isJoining(text: string): boolean {
  return JOINING_WORDS.has(text);
}

/** 曾用名, 外号: another name of the same person stands behind it. */
export function isAlias(text: string): boolean {
  return ALIAS_WORDS.has(text);
}

/** 夫妇, 兄弟, 员工, 三户: more people than one. */
export function isSeveral(text: string): boolean {
  return (
    SEVERAL_WORDS.has(text) ||
    /^(?!一[^千百十])[一二三四五六七八九十百千零〇两几]+[余多]?[人户名家位]$/u.test(text)
  );
}

/** 长子, 车主: a person or several, whom nobody names. */
export function tellsPerson(text: string): boolean {
  return PERSON_WORDS.has(text) || isSeveral(text) || tellsRole(text);
}
