/** The seven task forces: who leads them and who was seconded to their ten seats (domain.md A.4, E.2). */

export interface SampleTaskForce {
  name: string
  aliases: readonly string[]
  /** 专班牵头人, by key: six of the leadership, one 处级. */
  head: string
  /** The leader to whom the task force answers, by key. */
  charge: string
  /** Ten keys; nobody sits in two task forces. */
  members: readonly string[]
}

const seats = (keys: string): readonly string[] => keys.trim().split(/\s+/)

/** The task forces in the order of the plan that founded them. */
export const taskForces: readonly SampleTaskForce[] = [
  {
    name: '优化营商环境提升专班',
    aliases: ['优化营商环境专班', '营商环境专班'],
    head: 'gaojianping',
    charge: 'limingyuan',
    members: seats(`fangzhengping sunlihua shenjiawei baowenjun ganyulu
      maowenjing shiliping hejunjie dongyanan yuelijun`),
  },
  {
    name: '政府基金提升专班',
    aliases: ['政府基金专班', '基金专班'],
    head: 'limingyuan',
    charge: 'limingyuan',
    members: seats(`qiuhaifeng caihongwei leihaoran tanglixin gutianyu
      jianghaibo chaiguoqing zhuangzhijie yixinran changjianguo`),
  },
  {
    name: '服务城市更新提质提升专班',
    aliases: ['服务城市更新专班', '城市更新专班'],
    head: 'hanlifeng',
    charge: 'limingyuan',
    members: seats(`yanxuejun wenjunsheng luzhiwen yutianyou zhangyufeng
      shiwentao haojunfeng xiaxuesong guanzhenyu mengqingbo`),
  },
  {
    name: '支持企业创新发展提升专班',
    aliases: ['支持企业创新发展专班', '企业创新专班'],
    head: 'zhengguodong',
    charge: 'limingyuan',
    members: seats(`lina duanxiaohui wangqiang jiangxiaohui qiansiqi
      lizhichao yinxiaoxia yaosiyuan shaozihan pangdayong`),
  },
  {
    name: '推进乡村振兴提升专班',
    aliases: ['推进乡村振兴专班', '乡村振兴专班'],
    head: 'shenhuimin',
    charge: 'limingyuan',
    members: seats(`yinjianye shiwenli zhaomin taozhiguo hongxiaoyu
      zhaichunsheng houwenjuan liaozhiyong luqiuyue zuowenxuan`),
  },
  {
    name: '地方政府债券提升专班',
    aliases: ['地方政府债券专班', '债券专班'],
    head: 'penghaitao',
    charge: 'hanlifeng',
    members: seats(`dujianhua niulixia jixiaonan geminghui niesiyu
      fanlijuan zhangwei cuijianjun luzhiming laixiaoming`),
  },
  {
    name: '市属功能类公司管理提升专班',
    aliases: ['市属功能类公司专班', '功能类公司专班'],
    head: 'fengyaqin',
    charge: 'limingyuan',
    members: seats(`liudongsheng qixiaoyun mowenlong daixiaolin zhuyongqiang
      tanmeiling konglingyu luxiaohong hewenjie fanqiuju`),
  },
]
