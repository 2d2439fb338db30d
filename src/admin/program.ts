/** The keeper's command line: what can be asked, in Chinese; the work is in commands/. */
import { Command, CommanderError } from 'commander'
import { Declined } from '../domain/declined.ts'
import { backup } from './commands/backup.ts'
import { doctor } from './commands/doctor.ts'
import { init } from './commands/init.ts'
import { lintCard } from './commands/lint-card.ts'
import { read } from './commands/read.ts'
import { replay } from './commands/replay.ts'
import { restore } from './commands/restore.ts'
import { roster } from './commands/roster.ts'
import { say } from './commands/say.ts'
import { simulate } from './commands/simulate.ts'
import { verify } from './commands/verify.ts'
import { when } from './commands/when.ts'
import type { Desk, Exit } from './desk.ts'

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

const WRONG: Record<string, string> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.missingMandatoryOptionValue': '缺少必填选项',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.excessArguments': '参数太多',
}

/** Runs one command line (without node and script). Gives the exit code; never throws. */
export async function runDuban(args: readonly string[], desk: Desk): Promise<Exit> {
  let exit: Exit = 0
  const program = theProgram(desk, (ended) => {
    exit = ended
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code === 'commander.help') {
        desk.note(program.helpInformation().trimEnd())
        return 2
      }
      const what = /'([^']+)'/.exec(error.message)?.[1]
      desk.note(
        `${WRONG[error.code] ?? '用法有误'}${what ? `：${what}` : ''}。用 --help 查看用法。`,
      )
      return 2
    }
    if (error instanceof Declined) {
      desk.note(error.say)
      return 2
    }
    desk.note(`出错了：${error instanceof Error ? error.message : String(error)}`)
    desk.log.error({ err: error }, 'command failed')
    return 1
  }
}

function theProgram(desk: Desk, ended: (exit: Exit) => void): Command {
  const program = new Command('duban')
    .description(
      '督办：管理员命令。结果写到标准输出，提示写到标准错误；退出码 0 办成，1 发现问题，2 用法有误。',
    )
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((one) => `<${one.name()}>`)].join(' '),
    })
    .configureOutput({ writeOut: (text) => desk.out(text.trimEnd()), writeErr: () => {} })
    .exitOverride()
  const add = (name: string, needs: string, summary: string) =>
    program
      .command([name, needs].join(' ').trim())
      .description(summary)
      .usage(`${needs} [选项]`.trim())
      .helpOption('-h, --help', '显示帮助')
  const database = ['--database <文件或网址>', '演练库，办完保留；不写则用临时库'] as const

  add('say', '<一句话>', '以演练局某人的身份说一句话，走完整条线路，打印回复')
    .requiredOption('--as <人员>', '谁说：姓名（同名写科室+姓名）、拼音键或 open_id')
    .requiredOption('--in <会话>', '在哪说：私聊、群名或群 id')
    .option(...database)
    .option('--at <时间>', '先把演练时间拨到此刻，例如 2026-11-23T09:00')
    .option('--story', '新库先过完样板局的头两周，有一批在办事项')
    .option('--no-mention', '在群里不自动 @督办')
    .option('--json', '每条回复一行 JSON')
    .action(async (sentence, options) => ended(await say(desk, sentence, options)))

  add('replay', '<文件...>', '重放存下的事件（明文或加密），每个文件一行 JSON')
    .option(...database)
    .option('--key <Encrypt Key>', '加密文件的 Encrypt Key，默认用演练局的')
    .option('--token <Verification Token>', '要求文件带有的 Verification Token，默认采用文件自带的')
    .action(async (files, options) => ended(await replay(desk, files, options)))

  add('lint-card', '<文件...>', '按平台规则检查卡片 JSON 2.0，每个文件一行 JSON').action((files) =>
    ended(lintCard(desk, files)),
  )

  add('when', '', '时限怎么读：标准输入每行 {"id","ref","text"}，每行答一个 JSON')
    .option('--json', '每行一个 JSON（本命令总是如此）')
    .action(async () => ended(await when(desk, desk.input)))

  add(
    'read',
    '',
    '一句话怎么听懂：标准输入每行 {"id","as","in","text","addressed"}，每行答一个 JSON',
  )
    .option('--database <文件或网址>', '按这个库的事项和名册来听，不改动；不写则用样板局')
    .option('--json', '每行一个 JSON（本命令总是如此）')
    .action(async (options) => ended(await read(desk, options)))

  add('simulate', '', '样板局过 2022 年：走完整条线路，再核对不变量、独立重算')
    .option('--days <天数>', '从 1 月 1 日起过多少天', '365')
    .option('--seed <种子>', '同一个种子过同样的一年', '1')
    .option('--faults', '平台出故障、重启、断电')
    .option('--engine <sqlite|postgres>', '用哪种数据库', 'sqlite')
    .option('--database <网址>', 'PostgreSQL 服务器；不写则临时起一个')
    .option('--json', '一行 JSON')
    .action(async (options) => ended(await simulate(desk, options)))

  const ledger = [
    '--database <文件或网址>',
    '台账，默认用设置里的；未接入飞书时用练习场的',
  ] as const

  add('doctor', '', '体检：设置、数据库、回调、权限、时钟、日历、名册、投递')
    .option(...ledger)
    .option('--json', '每项一行 JSON')
    .action(async (options) => ended(await doctor(desk, options)))

  add('verify', '', '核对历史链：有没有被改动、缺失或截断')
    .option(...ledger)
    .option('--file <文件>', '只核对导出的一件事的历史（历史 12 导出），不用台账')
    .option('--json', '一行 JSON')
    .action(async (options) => ended(await verify(desk, options)))

  add('init', '', '建库，写出花名册模板，指定第一位管理员')
    .option('--keeper <手机号>', '第一位管理员的手机号，默认用 DUBAN_KEEPER')
    .option('--name <姓名>', '管理员姓名')
    .option('--database <文件或网址>', '台账，默认用设置里的')
    .option('--out <文件>', '花名册模板写到哪里', '花名册模板.xlsx')
    .option('--force', '模板已存在时覆盖')
    .action(async (options) => ended(await init(desk, options)))

  add('roster', '<文件>', '核对花名册（.xlsx），加 --confirm 导入并匹配飞书账号')
    .option(...ledger)
    .option('--confirm', '核对无误，导入')
    .action(async (file, options) => ended(await roster(desk, file, options)))

  add('backup', '<文件>', '不停机备份，并核对备份里的历史')
    .option(...ledger)
    .option('--force', '文件已存在时覆盖')
    .action(async (file, options) => ended(await backup(desk, file, options)))

  add('restore', '<文件>', '用备份还原台账：先核对备份，原来的台账另存')
    .option(...ledger)
    .option('--force', '台账已存在时替换')
    .action(async (file, options) => ended(await restore(desk, file, options)))

  return program
}
