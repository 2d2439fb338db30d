/** 规则: everybody sees them, an admin changes them with a preview; what was assigned keeps its dates. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { profilesOf } from '../../src/domain/matter/profiles.ts'
import { isoOf } from '../../src/domain/time/day.ts'
import { rulesSheet } from '../../src/views/rules-sheet.ts'
import { writeSheets } from '../../src/views/sheet.ts'
import { openWorld, personNamed, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const assigning = (what: string) => `交办 金融科 ${what} 按13710 党组研究`
const feedback = async (id: number) =>
  isoOf((await world.matter(id)).steps.find((step) => step.name === '首次反馈')!.due).slice(0, 10)

describe('规则', () => {
  test('lists all, and shows one in full', async () => {
    expect(await world.says('王强', '规则')).toContain('立行立改')
    const shown = await world.says('王强', '规则13710')
    for (const part of ['研究部署 0天 分办；首次反馈 3天 报', '1个月', '顺延', '16:30以后'])
      expect(shown).toContain(part)
    expect(await world.says('王强', '规则 7100')).toContain('没有“7100”这条规则')
  })

  test('a change is previewed, confirmed, counts from then on, and is taken back', async () => {
    await world.says('陈静', assigning('拿出化解方案'))
    const preview = await world.says('马晓东', '规则 改 13710 首次反馈 2天')
    expect(preview).toContain('首次反馈 3天 报 → 研究部署 0天 分办；首次反馈 2天 报')
    expect(preview).toContain('已交办的事项日期不变')
    await world.says('陈静', assigning('核对贴息资金'))
    expect(await feedback(2)).toBe('2026-11-26')
    expect(await world.taps('马晓东', '确认')).toContain('规则已改')
    await world.says('陈静', assigning('走访鑫源公司'))
    expect([await feedback(1), await feedback(2), await feedback(3)]).toEqual([
      '2026-11-26',
      '2026-11-26',
      '2026-11-25',
    ])
    expect(await world.taps('马晓东', '确认')).toContain('没有待确认')
    expect(await world.says('马晓东', '撤销')).toContain('已撤销：改规则')
    await world.says('陈静', assigning('汇总签约情况'))
    expect(await feedback(4)).toBe('2026-11-26')
  })

  test('only an admin changes them; a faulty change and one that changes nothing are refused', async () => {
    expect(await world.says('陈静', '规则 改 13710 首次反馈 2天')).toContain('由管理员修改')
    expect(await world.says('陈静', '规则 确认 1')).toContain('由管理员修改')
    expect(await world.says('马晓东', '规则 改 13710 首次反馈 9天')).toContain('早于“首次反馈”')
    expect(await world.says('马晓东', '规则 改 13710 首次反馈 3天')).toContain('没有不同')
    expect(await world.says('马晓东', '规则 恢复 13710')).toContain('没有不同')
  })

  test('恢复 brings the program’s own back', async () => {
    await world.says('马晓东', '规则 改 13710 不顺延')
    await world.taps('马晓东', '确认')
    expect(await world.says('王强', '规则 13710')).toContain('不顺延')
    await world.says('马晓东', '规则 恢复 13710')
    await world.taps('马晓东', '确认')
    expect(await world.says('王强', '规则 13710')).not.toContain('不顺延')
  })

  test('the change enters the office’s history', async () => {
    await world.says('马晓东', '规则 改 710 办结 5天')
    await world.taps('马晓东', '确认')
    const lines = await world.ground.bot.office.store.look((store) => store.journal.of('office'))
    expect(lines.at(-1)).toMatchObject({ verb: '改规则', text: '710：一般 7天 → 5天' })
  })
})

describe('规则.xlsx', () => {
  const drop = async (change: (rows: unknown[][]) => void, name = '规则-2026.xlsx') => {
    const sheet = rulesSheet(profilesOf([]))
    const rows = sheet.rows.map((row) => [...row])
    change(rows)
    world.received('马晓东')
    const bytes = await writeSheets([{ ...sheet, rows }], 0)
    await world.ground.street.sendFile(personNamed('马晓东').openId, 'bot', name, bytes)
    await world.ground.bot.settled()
    await world.ground.bot.settled()
    return world.received('马晓东').join('\n')
  }

  test('goes out as a file', async () => {
    await world.says('马晓东', '规则 导出')
    await world.ground.bot.settled()
    const { openId } = personNamed('马晓东')
    const types = world.ground.street.messages(openId).map((one) => one.type)
    expect(types).toContain('file')
  })

  test('comes in with a new rule and a changed one, previewed and confirmed', async () => {
    const preview = await drop((rows) => {
      rows[1]![10 + 1] = '6天'
      rows.push([
        '专项',
        '',
        '专项任务',
        '',
        '否',
        '工作日',
        '是',
        '',
        1,
        '',
        '',
        '10天',
        ...rows[0]!.slice(12),
      ])
    })
    expect(preview).toContain('改“13710”')
    expect(preview).toContain('新增“专项”')
    await world.taps('马晓东', '确认')
    await world.says('陈静', '交办 金融科 报送方案 按专项')
    expect(isoOf((await world.matter(1)).due).slice(0, 10)).toBe('2026-12-07')
    await world.says('马晓东', '规则 停用 专项')
    await world.taps('马晓东', '确认')
    expect(await world.says('陈静', '规则 专项')).toContain('没有“专项”这条规则')
    // What ran on it keeps its dates and goes on.
    await world.says('李娜', '签收 1')
    expect((await world.matter(1)).status).toBe('signed')
  })

  test('with anything wrong is refused line by line, and nothing changes', async () => {
    const answer = await drop((rows) => {
      rows[1]![9] = '研究部署 3天 分办；首次反馈 1天 报'
      rows[2]![0] = ''
    })
    expect(answer).toContain('第3行：“首次反馈”（第1天）早于前一步“研究部署”（第3天）')
    expect(answer).toContain('第4行：没有名称')
    expect(await world.says('王强', '规则 13710')).toContain('首次反馈 3天')
  })
})
