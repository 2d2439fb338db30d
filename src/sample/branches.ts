/** The four party branches of the sample office: 96 members, of whom 20 sit on the committees (domain.md E.1). */

export interface SampleBranch {
  name: string
  /** Home units whose party members belong here. */
  units: readonly string[]
  /** 支部书记, by key. */
  secretary: string
  /** 支委, five keys with the secretary first; they owe 56 学时, the other members 32. */
  committee: readonly string[]
}

/** The branches in order of their numbers. */
export const branches: readonly SampleBranch[] = [
  {
    name: '机关第一党支部',
    units: ['局领导', '办公室', '督查室', '人事教育科'],
    secretary: 'zhouzhigang',
    committee: ['zhouzhigang', 'sunlihua', 'xiechangqing', 'tangxiuying', 'huyongfu'],
  },
  {
    name: '机关第二党支部',
    units: ['预算科', '国库科', '社会保障科', '法规监督科'],
    secretary: 'dujianhua',
    committee: ['dujianhua', 'jinhuifang', 'tongaimin', 'fangzhengping', 'fanlijuan'],
  },
  {
    name: '机关第三党支部',
    units: ['金融科', '资本市场科', '金融风险防控科'],
    secretary: 'lina',
    committee: ['lina', 'qinyujie', 'duanxiaohui', 'qiaolina', 'mengqingbo'],
  },
  {
    name: '机关第四党支部',
    units: ['农业农村科', '经济建设科', '资产管理科'],
    secretary: 'yanxuejun',
    committee: ['yanxuejun', 'shiwenli', 'niulixia', 'qixiaoyun', 'zhaichunsheng'],
  },
]

/** The 24 who are not party members, by key. */
export const outsideTheParty: ReadonlySet<string> = new Set([
  'chengyuzhen',
  'zhuyutong',
  'linjiayi',
  'hejunjie',
  'panwenbo',
  'yaosiyuan',
  'tanmeiling',
  'zouxueqing',
  'konglingyu',
  'kangxiaoli',
  'houwenjuan',
  'shaozihan',
  'longyating',
  'leihaoran',
  'qiansiqi',
  'yixinran',
  'hewenjie',
  'wenjiayi',
  'nihaodong',
  'yutianyou',
  'niesiyu',
  'zuowenxuan',
  'xiaxuesong',
  'shenjiawei',
])
