/** replay: stored events, plain or encrypted, go through the whole wire into the practice office. */
import { basename } from 'node:path'
import type { Outcome } from '../../bot/message.ts'
import { type Fields, isFields, parsed, word } from '../../feishu/loose.ts'
import { seal } from '../../feishu/seal.ts'
import { type Ground, practiceApp } from '../../practice.ts'
import { encrypt } from '../../sandbox/seal.ts'
import type { Desk, Exit } from '../desk.ts'
import { readJson } from '../read-json.ts'
import { withOurBot, withToken } from '../replay/adopt.ts'
import { type Door, type Ended, openDoor } from '../replay/door.ts'
import { enrol } from '../replay/enrol.ts'
import { isEvent, type Payload, readPayload } from '../replay/payload.ts'
import { stage } from '../replay/stage.ts'
import { inScratch, type ScratchOptions } from '../scratch.ts'

export interface ReplayOptions extends ScratchOptions {
  /** The Encrypt Key of encrypted files; by default the practice office's. */
  key?: string | undefined
  /** The Verification Token that files must carry; by default whatever each carries. */
  token?: string | undefined
}

/** The line printed for a file. */
interface Line {
  file: string
  type: string | null
  outcome: Outcome
  reply?: string
}

/** One JSON line a file. 1 when a file is not JSON or an event ended in a fault, 2 when a file cannot be read. */
export function replay(desk: Desk, files: string[], options: ReplayOptions = {}): Promise<Exit> {
  return inScratch(desk, options, async (ground) => {
    const door = await openDoor(ground)
    let exit: Exit = 0
    try {
      for (const file of files) {
        const read = readJson(file)
        if ('wrong' in read) {
          desk.note(`${file}：${read.wrong}`)
          desk.out(line({ file, type: null, outcome: 'refused', reply: `${read.wrong}。` }))
          exit = read.missing ? 2 : exit || 1
          continue
        }
        const told = await one(ground, door, read.text, read.value, options)
        if (told.note) desk.note(`${basename(file)}：${told.note}`)
        desk.out(line({ file, ...told.line }))
        if (told.line.outcome === 'fault') exit ||= 1
      }
    } finally {
      await door.close()
    }
    return exit
  })
}

const line = (what: Line): string => JSON.stringify(what)

interface Told {
  line: Omit<Line, 'file'>
  note?: string
}

async function one(
  ground: Ground,
  door: Door,
  text: string,
  value: unknown,
  { key, token }: ReplayOptions,
): Promise<Told> {
  const encryptKey = key ?? practiceApp.encryptKey
  const sealed = isFields(value) && typeof value.encrypt === 'string'
  const plain = sealed ? seal(encryptKey).open(word(value.encrypt)) : text
  const stored = sealed ? parsed(plain) : value
  if (!isEvent(stored)) {
    if (!sealed) return { line: { type: null, outcome: 'ignored' }, note: '不是事件，略过' }
    // It cannot be opened, or holds no event: the door says what it says to such a body.
    const ended = await door.knock(text, text, {
      encryptKey,
      token: token ?? practiceApp.verificationToken,
    })
    return { line: { type: null, ...judged(ended) } }
  }
  const payload = readPayload(stored)
  await ground.bot.office.store.turn(async (store) => {
    await enrol(ground, store, payload)
    await stage(ground, store, payload)
  })
  const changed = adopted(stored, payload, ground, token)
  const inside = changed ? JSON.stringify(changed) : (plain ?? '')
  const iv = Buffer.from(ground.street.bot.openId).subarray(0, 16)
  const raw =
    sealed && !changed ? text : JSON.stringify({ encrypt: encrypt(inside, encryptKey, iv) })
  const expected = token ?? (payload.token || practiceApp.verificationToken)
  const ended = await door.knock(raw, JSON.stringify(stored), { encryptKey, token: expected })
  const { type } = payload
  if (type === 'url_verification' && ended.posted.status === 200)
    return { line: { type, outcome: 'acted' } }
  return { line: { type, ...judged(ended) } }
}

/** The event with our bot in it and with a token; undefined where it can go as it is. */
function adopted(
  stored: Fields,
  payload: Payload,
  { street }: Ground,
  token: string | undefined,
): Fields | undefined {
  const named = withOurBot(stored, street.bot)
  if (payload.token !== '' || token !== undefined) return named
  return withToken(named ?? stored, practiceApp.verificationToken)
}

const REFUSED: Record<string, string> = {
  signature: '签名不符。',
  token: 'Verification Token 不符。',
  encryption: '无法解密，请用 --key 写明 Encrypt Key。',
  json: '解密后不是 JSON 对象。',
  size: '内容超过 1 MB。',
}

function judged({ posted, heard, refused }: Ended): { outcome: Outcome; reply?: string } {
  if (refused)
    return { outcome: 'refused', reply: REFUSED[refused] ?? `校验未通过（${refused}）。` }
  if (posted.status !== 200)
    return { outcome: 'fault', reply: `没有应答（HTTP ${posted.status}）。` }
  if (!heard) return { outcome: 'ignored' }
  return { outcome: heard.outcome, ...(heard.reply ? { reply: heard.reply } : {}) }
}
