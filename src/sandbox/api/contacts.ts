/** The directory: contact/v3/users. */
import type { Resident } from '../people.ts'
import { Refusal } from '../refusals.ts'
import { type Call, type Endpoint, texts } from './endpoint.ts'

/** batch_get_id, basic_batch, batch, and one person (feishu-platform.md 4.4). */
export const contacts: Endpoint[] = [
  {
    method: 'POST',
    path: 'contact/v3/users/batch_get_id',
    title: '按手机号或邮箱找人',
    unmetered: true,
    run: ({ people }, call) => {
      const type = call.query('user_id_type') ?? 'open_id'
      const resigned = call.body.include_resigned === true
      const found = (kind: 'mobile' | 'email') => (contact: string) => {
        const person = people.find(kind, contact)
        const there = person && (resigned || person.reach !== 'resigned')
        return there ? { user_id: idOf(person, type), [kind]: contact } : { [kind]: contact }
      }
      const mobiles = texts(call.body, 'mobiles', 50).map(found('mobile'))
      const emails = texts(call.body, 'emails', 50).map(found('email'))
      return { user_list: [...mobiles, ...emails] }
    },
  },
  {
    method: 'POST',
    path: 'contact/v3/users/basic_batch',
    title: '读取姓名',
    unmetered: true,
    run: ({ people }, call) => {
      const type = call.query('user_id_type') ?? 'open_id'
      const found = texts(call.body, 'user_ids', 10).map((id) => people.find(type, id))
      return {
        users: found
          .filter((person) => person !== undefined)
          .map((person) => ({ user_id: idOf(person, type), name: person.name })),
      }
    },
  },
  {
    method: 'GET',
    path: 'contact/v3/users/batch',
    title: '读取一批人员',
    unmetered: true,
    run: ({ people }, call) => {
      const ids = call.queries('user_ids')
      if (ids.length < 1 || ids.length > 50)
        throw new Refusal(99992402, 'user_ids must be a list of 1 to 50 ids')
      const found = ids.map((id) => people.find(call.query('user_id_type') ?? 'open_id', id))
      return { items: found.filter((person) => person !== undefined).map(whole) }
    },
  },
  {
    method: 'GET',
    path: 'contact/v3/users/:id',
    title: '读取人员',
    unmetered: true,
    run: ({ people }, call: Call) => {
      const person = people.find(call.query('user_id_type') ?? 'open_id', call.part('id'))
      if (!person) throw new Refusal(99992351, call.part('id'))
      return { user: whole(person) }
    },
  },
]

function idOf(person: Resident, type: string): string {
  return type === 'union_id' ? person.unionId : person.openId
}

function whole({ openId, unionId, name, title, mobile, email, reach }: Resident) {
  return {
    open_id: openId,
    union_id: unionId,
    name,
    job_title: title,
    ...(mobile === undefined ? {} : { mobile: `+86${mobile.replace(/^\+86/, '')}` }),
    ...(email === undefined ? {} : { email }),
    status: {
      is_activated: reach !== 'resigned',
      is_exited: false,
      is_frozen: false,
      is_resigned: reach === 'resigned',
      is_unjoin: false,
    },
  }
}
