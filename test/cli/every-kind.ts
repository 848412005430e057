import type { Words } from '../../src/domain/words.ts';

/** What somebody does with one kind of entries from adding to restoring, in the words of the forms. */
export interface Story {
  readonly kind: string;
  /** One entry by flags, with all that a judge may know of it. */
  readonly flags: readonly string[];
  /** Another by questions: one answer each in their order, choices by their Chinese labels. */
  readonly answers: readonly string[];
  /** What the first is called. */
  readonly headline: Words;
  /** The flag that is edited afterwards, its new value, and the label it is told by. */
  readonly edit: readonly [flag: string, value: string, label: Words];
}

/** A story of each kind of entries, in the order of the official workbook. */
export const STORIES: readonly Story[] = [
  {
    kind: 'visit',
    flags: [
      ...['--date', '2024-09-12', '--town', '太平镇', '--village', '马山社区', '--form', '走访'],
      ...['--met', '社区党支部书记、网格员', '--participants', '李敏、综治中心工作人员'],
      ...['--findings', '村民反映巷道排水引发相邻纠纷两宗'],
      ...['--litigation-notice', '通报本季涉该镇民间借贷案件3件', '--handling', '已转镇综治中心跟进'],
      ...[
        '--reported-on',
        '2024-09-13',
        '--leader-opinion',
        '请跟进化解情况',
        '--note',
        '与综治中心主任同行',
      ],
    ],
    answers: [
      ...['9-10', '太平镇', '禤村村', '座谈', '村干部', '李敏', '两户因围墙占道争执', ''],
      ...['已现场释法', ''],
    ],
    headline: { zh: '走访太平镇马山社区', en: 'visit 太平镇 马山社区' },
    edit: ['--leader-opinion', '', { zh: '联系领导意见', en: 'leader’s opinion' }],
  },
  {
    kind: 'matter',
    flags: [
      ...['--received-on', '2024-09-02', '--town', '太平', '--direction', '镇转法院', '--channel', 'letter'],
      ...['--raised-by', '太平镇综治中心苏某', '--content', '请求派员参加镇矛盾纠纷研判会'],
      ...['--department', '民事审判庭', '--relayed-on', '9-3', '--reported-on', '9-3'],
      ...['--leader-opinion', '请民事审判庭派员', '--due-on', '9-20', '--result', '已派员参会'],
      ...['--replied-on', '9-10', '--note', '会议每季一次'],
    ],
    answers: [
      ...['9-11', '太平镇', '法院转镇', '来电', '执行局梁某', '请协助查找被执行人下落', '太平镇综治中心'],
      ...['9-11', '', '9-30', ''],
    ],
    headline: { zh: '镇转法院太平镇联系事项', en: 'town to court 太平镇 matter' },
    edit: ['--replied-on', '9-11', { zh: '反馈日期', en: 'replied on' }],
  },
  {
    kind: 'dispute',
    flags: [
      ...['--found-on', '2024-08-05', '--town', '太平镇', '--village', '禤村村', '--type', '相邻纠纷'],
      ...['--parties', '禤某、梁某', '--people', '６', '--summary', '两户因巷道排水改道发生争执'],
      ...[
        '--policy-heavy=否',
        '--responsible',
        '太平镇综治中心（苏某）',
        '--measures',
        '会同村委会现场勘查并调解',
      ],
      ...['--means', '引导人民调解', '--due-on', '9-5', '--supervision', '交办', '--outcome', '已化解'],
      ...['--closed-on', '8-30'],
    ],
    answers: [
      ...['9-10', '太平镇', '', '山林土地', '伍某、区某', '12', '承包地界址不清', '是', '村委会', '现场勘查'],
      ...['释法劝导', '10-10', '稳控中'],
    ],
    headline: { zh: '排查太平镇禤村村邻里纠纷', en: 'dispute in 太平镇 禤村村 neighbours' },
    edit: ['--people', '8', { zh: '涉及人数', en: 'people concerned' }],
  },
  {
    kind: 'trial',
    flags: [
      ...['--held-on', '2024-07-18', '--town', '太平镇', '--venue', '太平镇巡回审判点'],
      ...['--case-number', '(2024)粤5321民初 123号', '--cause', '民间借贷纠纷', '--type', '民间借贷'],
      ...[
        '--parties',
        '梁某、陈某',
        '--department',
        '民事审判庭',
        '--trial-judge',
        '陈某',
        '--procedure',
        '简易程序',
      ],
      ...[
        '--centre-invited',
        '--mediators',
        '镇综治中心苏某',
        '--observers',
        '35',
        '--mediated-on-site',
        '是',
      ],
      ...['--closure', '调解', '--closed-on', '2024-07-18', '--follow-up', '已回访，履行完毕'],
    ],
    answers: [
      ...[
        '9-5',
        '太平镇',
        '马山社区文化广场',
        '（2024）粤5321民初456号',
        '离婚纠纷',
        '婚姻家庭',
        '甲某、乙某',
      ],
      ...['民事审判庭', '陈某', '普通程序', '否', '', '20', '否', '判决', '9-12'],
    ],
    headline: {
      zh: '在太平镇巡回审理（2024）粤5321民初123号',
      en: 'hearing in 太平镇 （2024）粤5321民初123号',
    },
    edit: ['--observers', '40', { zh: '旁听人次', en: 'observers' }],
  },
  {
    kind: 'deputy',
    flags: [
      ...['--met-on', '2024-07-10', '--town', '太平镇', '--name', '伍某', '--capacity', '人大代表、党代表'],
      ...['--level', '县', '--organisation', '马山社区党总支', '--phone', '13800138000'],
      ...['--opinion', '建议增加圩日巡回审判次数', '--channel', '人大代表建议', '--number', '第12号'],
      ...[
        '--assigned-on',
        '7-15',
        '--complex=否',
        '--department',
        '立案庭',
        '--handling',
        '已制定圩日开庭计划',
      ],
      ...['--replied-on', '9-10', '--category', 'A', '--satisfaction', '满意'],
    ],
    answers: [
      ...['9-12', '太平镇', '区某', '政协委员', '县', '太平镇商会', '建议公开典型案例', '走访联系'],
      ...['9-13', '研究室', ''],
    ],
    headline: { zh: '联系太平镇党代表、人大代表', en: '太平镇 party delegate, congress deputy' },
    edit: ['--satisfaction', '基本满意', { zh: '满意度', en: 'satisfaction' }],
  },
  {
    kind: 'guidance',
    flags: [
      ...['--origin', '综治中心申请', '--requested-on', '2024-08-01', '--requested-by', '太平镇综治中心'],
      ...['--town', '太平镇', '--type', '人身损害赔偿纠纷', '--parties', '梁某、陈某'],
      ...['--summary', '帮工受伤，赔偿数额争议大', '--method', '法律指导,判例支撑', '--guided-on', '8-5'],
      ...[
        '--guide',
        '陈某',
        '--mediator',
        '太平镇人民调解委员会 苏某',
        '--result',
        '达成协议',
        '--closed-on',
        '8-12',
      ],
      ...['--amount', '1.2万', '--confirmation-applied'],
    ],
    answers: [
      ...[
        '法院主动指导',
        '太平镇',
        '邻里',
        '禤某、伍某',
        '滴水争议',
        '法律指导、政策指引',
        '9-11',
        '陈某',
        '苏某',
      ],
      ...['提供意见', '9-11'],
    ],
    headline: {
      zh: '综治中心申请太平镇损害赔偿指导调解',
      en: 'asked for by the centre 太平镇 damages guidance',
    },
    edit: ['--amount', '￥12,500.5元', { zh: '涉及金额（元）', en: 'amount (yuan)' }],
  },
  {
    kind: 'outreach',
    flags: [
      ...[
        '--held-on',
        '2024-09-04',
        '--town',
        '太平镇',
        '--village',
        '马山社区',
        '--venue',
        '太平圩文化广场',
      ],
      ...['--form', '圩日（集市）宣传', '--topic', '防范民间借贷风险', '--speakers', '陈某、李某'],
      ...[
        '--audience',
        '村民、个体工商户',
        '--attendance',
        '60',
        '--leaflets',
        '100',
        '--consultations',
        '12',
      ],
      ...['--summary', '结合辖区案例讲解借条书写要点'],
    ],
    answers: [
      ...[
        '9-9',
        '太平镇',
        '',
        '太平中学',
        '送法进校园',
        '预防校园欺凌',
        '李敏',
        '初中学生',
        '300',
        '300',
        '0',
        '',
      ],
    ],
    headline: { zh: '在太平镇马山社区开展圩日（集市）宣传', en: '太平镇 马山社区 market day' },
    edit: ['--attendance', '75', { zh: '受众人次', en: 'attendance' }],
  },
  {
    kind: 'mediation',
    flags: [
      ...['--basis', '立案后委托', '--case-number', '〔2024〕粤5321民初789号', '--nature', '民商事'],
      ...['--town', '太平镇', '--cause', '买卖合同纠纷', '--type', '合同纠纷', '--parties', '某农资店、伍某'],
      ...['--amount', '12,000', '--consented-on', '9-1', '--delegated-on', '9-2'],
      ...['--organisation', '太平镇人民调解委员会', '--mediator', '苏某', '--signed-on', '9-3'],
      ...[
        '--procedure',
        '小额诉讼程序',
        '--excluded-days',
        '0',
        '--extended-to',
        '9-20',
        '--result',
        '调解成功',
      ],
      ...['--closed-on', '9-9', '--next', '出具调解书', '--officer', '李敏'],
    ],
    answers: [
      ...[
        '立案前委派',
        '',
        '民商事',
        '太平镇',
        '物业服务合同纠纷',
        '物业',
        '某物业公司、区某',
        '3200',
        '9-12',
      ],
      ...['太平镇人民调解委员会', '', '', ''],
    ],
    headline: { zh: '太平镇立案后委托调解：买卖合同纠纷', en: '太平镇 after filing mediation: 买卖合同纠纷' },
    edit: ['--next', '自动履行', { zh: '后续处理', en: 'what follows' }],
  },
  {
    kind: 'confirmation',
    flags: [
      ...['--effective-on', '2024-08-01', '--town', '太平镇', '--organisation', '太平镇人民调解委员会'],
      ...['--mediator', '苏某', '--applicants', '梁某、陈某', '--type', '民间借贷', '--document', '裁定书'],
      ...[
        '--applied-on',
        '8-15',
        '--case-number',
        '（２０２４）粤5321诉前调确１２号',
        '--accepted-on',
        '8-16',
      ],
      ...['--result', '确认有效', '--closed-on', '8-26', '--amount', '56000', '--performance', '已履行完毕'],
      ...['--review-judge', '陈某'],
    ],
    answers: [...['9-10', '太平镇', '太平镇人民调解委员会', '苏某', '禤某、伍某', '邻里', '裁定书', '', '']],
    headline: { zh: '太平镇合同纠纷司法确认', en: '太平镇 contracts confirmation' },
    edit: ['--performance', '分期履行中', { zh: '履行情况', en: 'performance' }],
  },
  {
    kind: 'service',
    flags: [
      ...['--date', '2024-09-06', '--town', '太平镇', '--village', '禤村村', '--category', '指引网上立案'],
      ...['--served', '村民伍某', '--content', '协助通过“粤公正”小程序提交立案材料', '--reason', '地处偏远'],
      ...['--via-centre', '--filed', '已立案', '--case-number', '（2024）粤5321民初801号'],
      ...['--handling', '已立案并告知案号'],
    ],
    answers: [
      ...['9-13', '太平镇', '', '联系领导下沉调研（指导）', '', '联系领导到综治中心调研', '已形成调研记录'],
    ],
    headline: { zh: '在太平镇禤村村指引网上立案', en: '太平镇 禤村村 help with filing online' },
    edit: ['--filed', '补正', { zh: '立案情况', en: 'filed' }],
  },
];
