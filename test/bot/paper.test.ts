import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openWorld, personNamed, type World } from '../world.ts'

const opened = async () => {
  const world = await openWorld()
  await world.says('陈静', '交办 @王强 报送拨付进度 11月27日前')
  await world.says('李娜', '签收并分办 1')
  for (const who of ['李娜', '王强', '韩立峰', '郑国栋']) world.received(who)
  return world
}

/** The .docx files the bot sent to a person, each as the words of its document, cell by cell. */
function documents(world: World, who: string): { name: string; words: string[] }[] {
  const { street } = world.ground
  const { files } = street.snapshot() as { files: { name: string; base64: string }[] }
  return street
    .messages(personNamed(who).openId)
    .filter((one) => one.from === 'bot' && one.type === 'file')
    .map((one) => {
      const file = files.find((kept) => kept.name === one.content)!
      return { name: file.name, words: wordsIn(file.base64) }
    })
}

/** The paragraphs of word/document.xml inside the archive. */
function wordsIn(base64: string): string[] {
  const archive = Buffer.from(base64, 'base64')
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'))
  let at = archive.readUInt32LE(end + 16)
  for (let n = archive.readUInt16LE(end + 10); n > 0; n--) {
    const [size, name, extra, comment, local] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
      archive.readUInt32LE(at + 42),
    ]
    if (archive.toString('utf8', at + 46, at + 46 + name) === 'word/document.xml') {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const raw = archive.subarray(start, start + size)
      const xml = (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw).toString('utf8')
      return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map((one) =>
        [...one[0].matchAll(/<w:t[^>]*>([^<]*)</g)].map((hit) => hit[1]).join(''),
      )
    }
    at += 46 + name + extra + comment
  }
  throw new Error('no word/document.xml')
}

describe('督办单', () => {
  test('goes blue, orange, red, one a day, numbered, on the card and in the history', async () => {
    const world = await opened()
    try {
      expect(await world.says('陈静', '督办单 1 橙')).toContain('现应发蓝色')
      expect(await world.says('陈静', '督办单 1 黄')).toContain('只有蓝、橙、红三色')
      expect(await world.says('陈静', '督办单 1')).toContain('[发蓝色督办单]')
      expect((await world.matter(1)).papers).toEqual([])
      const done = await world.says('陈静', '督办单 1 蓝')
      expect(done).toContain('已对1号签发蓝色督办通知单（督〔2026〕')
      expect(world.received('李娜').join()).toContain('陈静对1号签发蓝色督办通知单')
      expect(world.received('王强').join()).toContain('蓝色督办通知单')
      expect(world.received('郑国栋').join()).toBe('')
      expect(await world.says('陈静', '督办单 1 橙')).toContain('今天已发蓝色督办通知单')
      await world.turnsTo('2026-11-24 09:00')
      expect(await world.says('陈静', '督办单 1 蓝')).toContain('现应发橙色')
      const orange = await world.says('陈静', '督办单 1 橙 请于11月26日前报送说明')
      expect(orange).toContain('橙色督办通知单')
      await world.turnsTo('2026-11-25 09:00')
      await world.says('陈静', '红色督办单 1')
      await world.says('陈静', '督办单 1 红')
      const { papers } = await world.matter(1)
      expect(papers.map((one) => one.colour)).toEqual(['蓝', '橙', '红'])
      expect(papers[1]).toMatchObject({ text: '请于11月26日前报送说明', urgent: null })
      expect(new Set(papers.map((one) => one.number)).size).toBe(3)
      expect(await world.says('陈静', '督办单 1 红')).toMatch(/今天已发|已发红色/)
      expect(await world.says('陈静', '查 1')).toContain(
        `督办文书\n蓝色督办通知单（${papers[0]!.number}）`,
      )
      expect(await world.verbs(1)).toEqual(expect.arrayContaining(['督办通知单']))
    } finally {
      await world.close()
    }
  })

  test('marked urgent with a reason may begin higher, and the leader in charge hears of it', async () => {
    const world = await opened()
    try {
      expect(await world.says('陈静', '督办单 1 红 特急')).toContain('特急请写明理由')
      expect(await world.says('陈静', '督办单 1 红 特急 省政府挂牌督办')).toContain(
        '已对1号签发红色',
      )
      const matter = await world.matter(1)
      expect(matter.papers).toMatchObject([{ colour: '红', urgent: '省政府挂牌督办' }])
      const { store } = world.ground.bot.office
      const directory = await store.look((bound) => bound.people.directory())
      const charge = directory.name(directory.units.get(matter.lead)!.charge)
      expect(world.received(charge).join()).toContain('红色督办通知单')
    } finally {
      await world.close()
    }
  })

  test('is a .docx with the six fields of the office’s paper and no more, to the issuer and the unit', async () => {
    const world = await opened()
    try {
      await world.says('陈静', '督办单 1 蓝 请于11月26日前报送说明')
      const [paper] = (await world.matter(1)).papers
      for (const who of ['陈静', '李娜']) {
        const [file, ...more] = documents(world, who)
        expect(more).toEqual([])
        expect(file!.name).toBe(`督办通知单（蓝色）${paper!.number}_1号.docx`)
        expect(file!.words).toEqual([
          '督办通知单（蓝色）',
          ...['工作事项', '报送拨付进度', '工作要求', '请于11月26日前报送说明'],
          ...['责任单位', '金融科', '责任人', '王强'],
          ...['时限要求', '11月27日 周五 18:00', '单号', paper!.number],
          '',
          '陈静',
          '2026年11月23日',
        ])
      }
      expect(documents(world, '王强')).toEqual([])
    } finally {
      await world.close()
    }
  })

  test('is nobody else’s to issue, and needless once the result is in', async () => {
    const world = await opened()
    try {
      expect(await world.says('王强', '督办单 1 蓝')).toContain('由局领导、督查室使用')
      expect(await world.says('陈静', '没有督办单 1 蓝')).not.toContain('已对1号')
      await world.says('李娜', '办结 1 已报送')
      expect(await world.says('陈静', '督办单 1 蓝')).toContain('不用再发督办通知单')
      expect(await world.says('陈静', '催办单 1')).toContain('不用再发催办单')
      expect((await world.matter(1)).papers).toEqual([])
    } finally {
      await world.close()
    }
  })
})

test('催办单 has a series of numbers of its own and no colour', async () => {
  const world = await opened()
  try {
    expect(await world.says('陈静', '催办单 1 请报送明细')).toContain('催办单（催〔2026〕')
    expect((await world.matter(1)).papers).toMatchObject([
      { kind: '催办单', colour: null, text: '请报送明细' },
    ])
    expect(documents(world, '陈静')[0]!.words[0]).toBe('工作催办单')
    expect(await world.says('陈静', '撤销')).toContain('已撤销：催办单')
    expect((await world.matter(1)).papers).toEqual([])
  } finally {
    await world.close()
  }
})
