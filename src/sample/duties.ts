/** Who carries a duty besides his post, by the person's key. */
import type { Role } from '../domain/people/person.ts'

/** Three of the 督查室, one meeting secretary, one keeper, a liaison per department, six at the counter, three for party affairs. */
export const duties: Readonly<Record<Role, readonly string[]>> = {
  supervisor: ['chenjing', 'liangshuhang', 'songwanqing'],
  secretary: ['liuyang'],
  admin: ['maxiaodong'],
  liaison: [
    'luochunmei',
    'dongyanan',
    'renjianing',
    'baixuemei',
    'jiangxiaohui',
    'yinxiaoxia',
    'gongxuelian',
    'hongxiaoyu',
    'jixiaonan',
    'luqiuyue',
    'mowenlong',
    'baowenjun',
  ],
  counter: ['shiliping', 'maowenjing', 'yuelijun', 'anyumei', 'daixiaolin', 'ganyulu'],
  party: ['tangxiuying', 'yuanzhipeng', 'yuxiaoman'],
}
