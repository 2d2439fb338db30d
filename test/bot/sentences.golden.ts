/**
 * Sentences as people type them, and how each is to be taken, in the sample office on Monday 23 November 2026.
 * A line: who | where (`!`: the bot was not addressed; a number: the matter whose card is answered) | what is typed |
 * the command's file and the outcome | the slots. A dash: nothing is commanded.
 */
export interface Golden {
  as: string
  in: 'group' | 'private' | 'reply'
  text: string
  addressed: boolean
  replyTo?: number
  expect: Record<string, unknown>
}

const table = `
科员 | private | 报 4 已拨付两个项目，完成80% | report act | matter=4 | text=已拨付两个项目，完成80% | percent=80
科员 | private | /报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | ／报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报4已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报　４　已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报#4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报 #4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报＃４已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报 4号 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报4号已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报第4号已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报 第4号：已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报：4，已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 反馈 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 反馈4已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 汇报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 汇报一下 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 进展 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 进展：4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 请报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 麻烦帮我报 4 已拨付两个项目，谢谢 | report act | matter=4 | text=已拨付两个项目
科员 | private | 1. 报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | （1）报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | ① 报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | - 报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | @督办 报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报 4 已拨付两个项目 @督办 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报 4 已拨付两个项目。 | report act | matter=4 | text=已拨付两个项目。
科员 | private | 报 4 “完成60%”是上周的数 | report act | matter=4 | text=“完成60%”是上周的数
科员 | private | 报 4 “已拨付两个项目” | report act | matter=4 | text=已拨付两个项目
科员 | private | 报 4 没有新进展 | report act | matter=4 | text=没有新进展
科员 | private | 报 4 未完成，等省厅批复 | report act | matter=4 | text=未完成，等省厅批复
科员 | private | 报 4 还没有办结 | report act | matter=4 | text=还没有办结
科员 | private | 报 4 完成 75 % | report act | matter=4 | text=完成 75 % | percent=75
科员 | private | 报 4 完成７５％ | report act | matter=4 | text=完成７５％ | percent=75
科员 | private | 报 4 进度75%，周五前完成 | report act | matter=4 | text=进度75%，周五前完成 | percent=75
科员 | private | 报 4 12月5日前可完成 | report act | matter=4 | text=12月5日前可完成
科员 | private | 报 4 2026年预算已编 | report act | matter=4 | text=2026年预算已编
科员 | private | 报 4 https://docs.example.cn/a?x=1 | report act | matter=4 | text=https://docs.example.cn/a?x=1
科员 | private | 报 4 同意12点开会 | report act | matter=4 | text=同意12点开会
科员 | private | 报 4 项目已开工 | report act | matter=4 | text=项目已开工
科员 | private | 报 4 周五前出方案 | report act | matter=4 | text=周五前出方案
科员 | private | 报 4 | report decline | matter=4
科员 | private | 报 | report decline
科员 | private | 报 4， | report decline | matter=4
科员 | private | 报 99 已拨付 | report decline
科员 | private | 报 4 企业问能否延期？ | - ask | matter=4
科员 | private | 进展 4 怎么样 | - ask | matter=4
科员 | private | 报 @李娜 4 已拨付两个项目 | report act | matter=4 | text=@李娜 已拨付两个项目
科员 | group | 报 4 已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | group! | 报 4 已拨付两个项目 | - ignore
科员 | group! | 完成60% | - ignore
科员 | reply 4 | 完成60% | report act | text=完成60% | matter=4 | percent=60
科员 | reply! 4 | 完成60% | report act | text=完成60% | matter=4 | percent=60
科员 | reply 4 | 完成了60% | report act | text=完成了60% | matter=4 | percent=60
科员 | reply 4 | 完成６０％ | report act | text=完成６０％ | matter=4 | percent=60
科员 | reply 4 | 已完成60% | report act | text=已完成60% | matter=4 | percent=60
科员 | reply 4 | 目前完成60%，等批复 | report act | text=目前完成60%，等批复 | matter=4 | percent=60
科员 | private | 完成4 60% | report act | matter=4 | text=60% | percent=60
科员 | private | 完成 4号 60% | report act | matter=4 | text=60% | percent=60
科员 | reply 4 | 进展60% | report act | text=60% | matter=4 | percent=60
科员 | reply 4 | 报 完成60% | report act | text=完成60% | matter=4 | percent=60
科员 | reply 4 | 报 已走访12家企业 | report act | text=已走访12家企业 | matter=4
科员 | reply 4 | 报 12家企业已走访 | report act | text=12家企业已走访 | matter=4
科员 | reply 4 | 报 12号楼已封顶 | report act | text=12号楼已封顶 | matter=4
科员 | reply 4 | 报 2026年预算已编 | report act | text=2026年预算已编 | matter=4
科员 | reply 4 | 反馈 已走访 | report act | text=已走访 | matter=4
科员 | reply! 4 | 反馈 已走访 | report act | text=已走访 | matter=4
科员 | reply 4 | 报告一下 | - decline
科员 | reply! 4 | 报告一下 | - ignore
科员 | reply! 4 | 收到 | - ignore
科员 | reply! 4 | 好的 | - ignore
科员 | reply 4 | 收到 | - decline
科员 | reply 4 | 好的 | - decline
科员 | reply! 4 | 报 | - ignore
科员 | reply! 4 | 已走访12家企业 | - ignore
科员 | reply! 4 | 已办妥，请查收 | - ignore
科长 | private | 办结 6 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 办结6台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 办结：6 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 申请办结 6 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 申请办结6号 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 完成 6 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 完成6台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 请办结 6 台账已报送，谢谢 | finish act | matter=6 | text=台账已报送
科长 | private | 办结 第6号 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | private | 办结 ６ 台账已报送 | finish act | matter=6 | text=台账已报送
科长 | reply 6 | 办结 台账已报送 | finish act | text=台账已报送 | matter=6
科长 | reply! 6 | 办结 台账已报送 | finish act | text=台账已报送 | matter=6
科长 | reply 6 | 完成 台账已报送 | finish act | text=台账已报送 | matter=6
科长 | reply 6 | 完成走访12家企业 | - decline
科长 | private | 办结 6 | finish decline | matter=6
科长 | private | 办结 | finish decline
科长 | private | 办结 6 还没有办结 | finish ask | matter=6
科长 | private | 办结 6 未办妥 | finish ask | matter=6
科长 | private | 办结 6 不能按时办完 | finish ask | matter=6
科长 | private | 办结 6 完成60% | finish ask | matter=6
科长 | private | 办结 6 “未发现问题，已整改” | finish act | matter=6 | text=未发现问题，已整改
科长 | private | 没办结 6 | - decline
科长 | private | 没有办结 6 | - decline
科长 | private | 办结没有 6 | - decline
科长 | private | 办结不了 6 | - decline
科长 | private | 不办结 6 | - decline
科长 | private | 先别办结 6 | - decline
科长 | private | 办结了吗 | - decline
科长 | reply 6 | 办结了吗 | - ask | matter=6
科长 | reply! 6 | 办结了吗 | - ignore
科长 | private | 办结了吗 6 | - ask | matter=6
科长 | private | 办结 6 了吗 | - ask | matter=6
科长 | private | 办结 6 了没有？ | - ask | matter=6
科长 | private | 6办结了吗 | - decline
科长 | private | 完成了吗 6 | - ask | matter=6
科长 | private | 完成了 | - decline
科长 | private | 办结情况如何 | - decline
科长 | private | 能办结吗 | - decline
主要领导 | private | 完成了没 | - decline
科员 | private | 我还没有完成 | - decline
科员 | private | 12号还没有办结 | - decline
科员 | reply! 4 | 我还没有完成 | - ignore
科员 | reply! 4 | 还没有办结 | - ignore
科员 | private | 办结 4 台账已报送 | finish decline | matter=4 | text=台账已报送
科长 | private | 签收 11 | accept act | matter=11
科长 | private | 签收11 | accept act | matter=11
科长 | private | 签收#11 | accept act | matter=11
科长 | private | 签收＃１１ | accept act | matter=11
科长 | private | 签收 11号 | accept act | matter=11
科长 | private | 签收第11号 | accept act | matter=11
科长 | private | 签收 第 11 号 | accept act | matter=11
科长 | private | ／签收　１１ | accept act | matter=11
科长 | private | 请签收 11 | accept act | matter=11
科长 | private | 签收一下 11 | accept act | matter=11
科长 | private | 签收 11 吧 | accept act | matter=11
科长 | private | 签收11，谢谢 | accept act | matter=11
科长 | private | 签收 11。 | accept act | matter=11
科长 | private | 签收：11 | accept act | matter=11
科长 | private | 签收 | accept decline
科长 | reply 11 | 签收 | accept act | matter=11
科长 | reply! 11 | 签收 | accept act | matter=11
科长 | reply! 11 | 请签收 | - ignore
科长 | reply 11 | 请签收 | accept act | matter=11
科长 | reply 11 | 签收了 | - decline
科长 | reply 11 | 签收了吗 | - ask | matter=11
科长 | private | 签收 11？ | - ask | matter=11
科长 | private | 签收没 11 | - decline
科长 | private | 不签收 11 | - decline
科长 | private | 没签收 11 | - decline
科长 | private | 签收不了 11 | - decline
科长 | private | 签收 99 | accept decline
科长 | private | 退签 11 不属我科职责，建议金融科 | accept act | matter=11 | text=不属我科职责，建议金融科
科长 | private | 退签11不属我科职责 | accept act | matter=11 | text=不属我科职责
科长 | private | 退签 11 | accept decline | matter=11
科长 | reply 11 | 退签 不属我科职责 | accept act | text=不属我科职责 | matter=11
科长 | reply 11 | 退签 没有这项职能 | accept act | text=没有这项职能 | matter=11
科长 | private | 请退签 11 不属我科职责，谢谢 | accept act | matter=11 | text=不属我科职责
科员 | private | 签收 11 | accept decline
督查员 | private | 签收 11 | accept decline | matter=11
科长 | private | 分办 10 @王强 先摸底再拿方案 | deploy act | matter=10 | people=王强 | text=先摸底再拿方案
科长 | private | 分办10 @王强 | deploy act | matter=10 | people=王强
科长 | private | 分办10@王强 | deploy act | matter=10 | people=王强
科长 | private | 分办 10 王强 | deploy act | matter=10 | people=王强
科长 | private | 分办10王强 | deploy act | matter=10 | people=王强
科长 | private | 分办 @王强 10 先摸底 | deploy act | matter=10 | people=王强 | text=先摸底
科长 | private | @王强 分办 10 先摸底 | deploy act | matter=10 | people=王强 | text=先摸底
科长 | private | 分办 10 先摸底 @王强 | deploy act | matter=10 | people=王强 | text=先摸底
科长 | private | 部署 10 @王强 | deploy act | matter=10 | people=王强
科长 | private | 部署10号 @王强 先摸底 | deploy act | matter=10 | people=王强 | text=先摸底
科长 | private | 请分办 10 @王强，谢谢 | deploy act | matter=10 | people=王强
科长 | private | 分办 10 | deploy decline | matter=10
科长 | private | 分办 10 @王强 吗 | - ask | matter=10
科长 | private | 分办 10 @路人甲 | deploy decline | matter=10
科长 | reply 10 | 分办 @王强 | deploy act | people=王强 | matter=10
科长 | reply 10 | 分办 王强 先摸底 | deploy act | people=王强 | text=先摸底 | matter=10
科长 | reply! 10 | 分办 王强 | deploy act | people=王强 | matter=10
科长 | private | 分办 10 金融科王强 | deploy act | matter=10 | people=王强
督查员 | private | 交办 @李娜 报送方案 12月5日前 | assign act | people=李娜 | due=2026-12-05T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 @李娜 报送方案 12月15日前 依据 局党组2026-18号 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办@李娜报送方案12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 李娜 报送方案 12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | @李娜 交办 报送方案 12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 报送方案 @李娜 12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 12月15日前 报送方案 @李娜 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 预算科 报送绩效自评报告 12月15日前 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 交办预算科报送绩效自评报告12月15日前 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 派 预算科 报送绩效自评报告 12月15日前 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 派预算科报送绩效自评报告12月15日前 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 布置 预算科 报送绩效自评报告 12月15日前 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 请交办 预算科 报送绩效自评报告 12月15日前，谢谢 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 帮我派 预算科 报送绩效自评报告 12月15日前 | assign act | unit=预算科 | due=2026-12-15T18:00:00+08:00 | text=报送绩效自评报告
督查员 | private | 交办 预算科 “12月5日前报送的清单” 12月10日前 | assign act | unit=预算科 | due=2026-12-10T18:00:00+08:00 | text=12月5日前报送的清单
督查员 | private | 交办 预算科 落实《12月5日会议纪要》 12月10日前 | assign act | unit=预算科 | due=2026-12-10T18:00:00+08:00 | text=落实《12月5日会议纪要》
督查员 | private | 交办 预算科 报送材料 2026-12-18 17:00前 | assign act | unit=预算科 | due=2026-12-18T17:00:00+08:00 | text=报送材料
督查员 | private | 交办 预算科 报送材料 １２月１８日前 | assign act | unit=预算科 | due=2026-12-18T18:00:00+08:00 | text=报送材料
督查员 | private | 交办 预算科 报送12家企业名单 12月18日前 | assign act | unit=预算科 | due=2026-12-18T18:00:00+08:00 | text=报送12家企业名单
督查员 | private | 交办 预算科 报送材料 | assign decline | unit=预算科 | text=报送材料
督查员 | private | 交办 预算科 12月18日前 | assign decline | unit=预算科 | due=2026-12-18T18:00:00+08:00
督查员 | private | 交办 报送材料 12月18日前 | assign decline
督查员 | private | 交办 | assign decline
督查员 | private | 交办 @张伟 核对数据 12月8日前 | assign ask
督查员 | private | 交办 预算科张伟 核对数据 12月8日前 | assign act | people=张伟 | due=2026-12-08T18:00:00+08:00 | text=核对数据
督查员 | private | 交办 @所有人 核对数据 12月8日前 | assign decline
督查员 | private | 交办 @路人甲 核对数据 12月8日前 | assign decline
督查员 | private | 交办 预算科 核对数据 2月30日前 | assign decline | unit=预算科
督查员 | private | 交办 预算科 核对数据 11月1日前 | assign decline | unit=预算科
督查员 | private | 交办 预算科 核对数据 尽快 | assign decline | unit=预算科
督查员 | private | 交办 预算科 核对数据 12月8日前可以吗？ | - decline
督查员 | private | 派出所的事 | - decline
督查员 | private | 派车 | - decline
督查员 | private | 布置会场 | - decline
督查员 | private | 不交办 预算科 核对数据 12月8日前 | - decline
科员 | private | 交办 预算科 核对数据 12月8日前 | assign decline
督查员 | group | 交办 @李娜 报送方案 12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | group! | 交办 @李娜 报送方案 12月15日前 | - ignore
主要领导 | private | 交办 金融科 报送方案 12月15日前 | assign act | unit=金融科 | due=2026-12-15T18:00:00+08:00 | text=报送方案
分管领导 | private | 交办 金融科 报送方案 12月15日前 | assign act | unit=金融科 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 同意 1 | approve act | matter=1
督查员 | private | 同意1 | approve act | matter=1
督查员 | private | 同意 #1 | approve act | matter=1
督查员 | private | 同意 1号 | approve act | matter=1
督查员 | private | 同意 第1号 | approve act | matter=1
督查员 | private | 同意１ | approve act | matter=1
督查员 | private | 同意 1 优秀 | approve act | matter=1 | grade=优秀
督查员 | private | 同意1优秀 | approve act | matter=1 | grade=优秀
督查员 | private | 同意 1，优秀 | approve act | matter=1 | grade=优秀
督查员 | private | 同意 优秀 1 | approve decline
督查员 | private | 同意 1 合格 | approve act | matter=1 | grade=合格
督查员 | private | 同意 1 不合格 | approve decline | matter=1
督查员 | private | 同意吧 1 | approve act | matter=1
督查员 | private | 同意 1 吧 | approve act | matter=1
督查员 | private | 同意1，谢谢 | approve act | matter=1
督查员 | private | 请同意 1 | approve act | matter=1
督查员 | private | 通过 1 | approve act | matter=1
督查员 | private | 通过1良好 | approve act | matter=1 | grade=良好
督查员 | private | 准延 8 | approve act | matter=8
督查员 | private | 准延8号 | approve act | matter=8
督查员 | private | 同意 8 延期 | approve act | matter=8
督查员 | private | 同意8延期 | approve act | matter=8
督查员 | reply 1 | 同意 | approve act | matter=1
督查员 | reply! 1 | 同意 | approve act | matter=1
督查员 | reply 1 | 同意 优秀 | approve act | grade=优秀 | matter=1
督查员 | reply 1 | 同意优秀 | approve act | grade=优秀 | matter=1
督查员 | reply 1 | 通过 | approve act | matter=1
督查员 | reply 8 | 同意延期 | approve act | matter=8
督查员 | reply 8 | 准延 | approve act | matter=8
督查员 | reply 1 | 同意12点开会 | approve decline
督查员 | reply! 1 | 同意12点开会 | - ignore
督查员 | private | 同意12点开会 | approve decline
督查员 | reply! 1 | 同意你的意见 | - ignore
督查员 | reply 1 | 同意你的意见 | - decline
督查员 | private | 同意 | approve decline
督查员 | private | 同意 1？ | - ask | matter=1
督查员 | private | 同意 1 吗 | - ask | matter=1
督查员 | reply 1 | 同意吗 | - ask | matter=1
督查员 | private | 同意 3 | approve decline | matter=3
督查员 | private | 不同意 1 | decline decline | matter=1
督查员 | private | 不同意 1 缺附件 | decline act | matter=1 | text=缺附件
督查员 | private | 不同意1缺附件 | decline act | matter=1 | text=缺附件
督查员 | private | 退回 1 缺附件 | decline act | matter=1 | text=缺附件
督查员 | private | 退回1缺附件 | decline act | matter=1 | text=缺附件
督查员 | private | 退回 1号 没有附件 | decline act | matter=1 | text=没有附件
督查员 | private | 退回 1：缺附件 | decline act | matter=1 | text=缺附件
督查员 | private | 退回 1 | decline decline | matter=1
督查员 | reply 1 | 退回 没有附件 | decline act | text=没有附件 | matter=1
督查员 | reply 1 | 退回 缺附件 | decline act | text=缺附件 | matter=1
督查员 | reply 1 | 不同意 | decline decline | matter=1
督查员 | reply! 1 | 不同意 缺附件 | decline act | text=缺附件 | matter=1
督查员 | private | 不准延 8 按原定时限办理 | decline act | matter=8 | text=按原定时限办理
督查员 | private | 退回 8 延期 按原定时限办理 | decline act | matter=8 | text=按原定时限办理
督查员 | private | 请退回 1 缺附件，谢谢 | decline act | matter=1 | text=缺附件
督查员 | private | 退回 1 缺附件吗？ | - ask | matter=1
督查员 | private | 没同意 1 | - decline
督查员 | private | 暂不同意 1 | - decline
督查员 | private | 销号 3 | close decline | matter=3
督查员 | private | 销号了没 | - decline
督查员 | private | 销号了没 3 | - ask | matter=3
督查员 | reply 3 | 销号了没 | - ask | matter=3
督查员 | reply! 3 | 销号了没 | - ignore
督查员 | private | 销号 3 了吗 | - ask | matter=3
督查员 | private | 销号 3？ | - ask | matter=3
督查员 | private | 销号没有 3 | - decline
督查员 | private | 不销号 3 | - decline
督查员 | private | 别销号 3 | - decline
督查员 | private | 销号 3 先不要 | close decline
督查员 | private | 请销号 3 | close decline | matter=3
督查员 | private | 销号3 | close decline | matter=3
督查员 | private | 销号＃３ | close decline | matter=3
督查员 | reply 3 | 销号 | close decline | matter=3
科长 | private | 延期 3 到12月25日 等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | private | 延期3到12月25日 等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | private | 延期3到12月25日等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | private | 延 3 到12月25日 等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | private | 延3到12月25日，因为等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=因为等省厅批复
科长 | private | 延期 3 12月25日 等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | private | 请延期 3 到12月25日 等省厅批复，谢谢 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | private | 延期 3号 到2026-12-25 等省厅批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等省厅批复
科长 | reply 3 | 延期到12月25日 等省厅批复 | extend act | due=2026-12-25T18:00:00+08:00 | text=等省厅批复 | matter=3
科长 | reply 3 | 延期 到12月25日 等省厅批复 | extend act | due=2026-12-25T18:00:00+08:00 | text=等省厅批复 | matter=3
科长 | reply 3 | 延到12月25日 等省厅批复 | extend act | due=2026-12-25T18:00:00+08:00 | text=等省厅批复 | matter=3
科长 | reply 3 | 延期到周五 | extend decline | due=2026-11-27T18:00:00+08:00 | matter=3
科长 | reply 3 | 延期 12月25日 等省厅批复 | extend act | due=2026-12-25T18:00:00+08:00 | text=等省厅批复 | matter=3
科长 | private | 延期 3 等省厅批复 | extend decline | matter=3 | text=等省厅批复
科长 | private | 延期 3 | extend decline | matter=3
科长 | private | 延期 | extend decline
科长 | private | 延期审批 | - decline
科长 | private | 延长 | - decline
科长 | private | 延期 3 到12月25日 等批复，行吗？ | - ask | matter=3
科长 | private | 延期了吗 3 | - ask | matter=3
科长 | private | 不延期 3 | - decline
督查员 | private | 转办 11 金融科 | transfer act | matter=11 | unit=金融科
督查员 | private | 转办11金融科 | transfer act | matter=11 | unit=金融科
督查员 | private | 转办 #11 资产管理科 | transfer act | matter=11 | unit=资产管理科
督查员 | private | 转办 11号 资产科 | transfer act | matter=11 | unit=资产管理科
督查员 | reply 11 | 转办 金融科 | transfer act | unit=金融科 | matter=11
督查员 | private | 请转办 11 金融科，谢谢 | transfer act | matter=11 | unit=金融科
督查员 | private | 转办 11 | transfer decline | matter=11
督查员 | private | 转办 11 金融科吗 | - ask | matter=11
科员 | private | 转办 11 金融科 | transfer decline
科员 | private | 待办 | pending act
科员 | private | 待办。 | pending act
科员 | private | 待办谢谢 | pending act
科员 | private | /待办 | pending act
科员 | private | 我的 | pending act
科员 | private | 我的待办 | pending act
科员 | private | 还有啥 | pending act
科员 | private | 还有啥？ | pending act
科员 | private | 请问待办 | pending act
科员 | private | 待办 本周 | pending act
科员 | private | 待办本周 | pending act
科员 | private | 待办 逾期 | pending act
督查员 | private | 待办 预算科 逾期 | pending act | unit=预算科
督查员 | private | 待办预算科 | pending act | unit=预算科
督查员 | private | 待办 @王强 | pending act | people=王强
督查员 | private | 待办 王强 | pending act | people=王强
科员 | private | 代办 | - decline
科员 | private | daiban | - decline
科员 | group | 待办 | pending act
科员 | group! | 待办 | - ignore
督查员 | private | 查 3 | show act | matter=3
督查员 | private | 查3 | show act | matter=3
督查员 | private | 查 #3 | show act | matter=3
督查员 | private | 查 第3号 | show act | matter=3
督查员 | private | 查一下3 | show act | matter=3
督查员 | private | 查一下 3号 | show act | matter=3
督查员 | private | 请帮我查 3，谢谢 | show act | matter=3
督查员 | private | 详情 3 | show act | matter=3
督查员 | private | 详情３ | show act | matter=3
督查员 | reply 3 | 查 | show act | matter=3
督查员 | reply 3 | 详情 | show act | matter=3
督查员 | private | 查 专项债券 | show act | text=专项债券
督查员 | private | 查 2月报表 | show act | text=2月报表
督查员 | private | 查 3？ | show act | matter=3
督查员 | private | 查查看 | - decline
督查员 | private | 历史 3 | show act | matter=3
督查员 | private | 历史3 | show act | matter=3
督查员 | private | 历史 第3号 | show act | matter=3
督查员 | reply 3 | 历史 | show act | matter=3
督查员 | private | 历史问题 | - decline
秘书 | private | 例会 | meeting act
秘书 | private | 例会 新建 重点项目调度会 每周三9:00 牵头 韩立峰 | meeting act
秘书 | private | 例会情况 | meeting act
科员 | private | 报议题 服务企业周例会 鑫源公司用地问题 | topic act | text=鑫源公司用地问题
科员 | private | 议题 服务企业 鑫源公司用地问题 | topic act | text=鑫源公司用地问题
科员 | private | 报议题服务企业周例会 鑫源公司用地问题 | topic act | text=鑫源公司用地问题
科员 | private | 报议题 服务企业周例会 用地问题怎么解决？ | topic act | text=用地问题怎么解决？
科员 | private | 报议题 | topic decline
秘书 | private | 议程 | agenda act
秘书 | private | 议程 服务企业 | agenda act
秘书 | private | 议程服务企业 | agenda act
主要领导 | private | 简报 | digest act
科长 | private | 简报 | digest act
主要领导 | private | 请看简报 | - decline
主要领导 | private | 简报，谢谢 | digest act
科员 | private | 意见 周例会材料太多 | suggest act | text=周例会材料太多
科员 | private | 意见：周例会材料太多 | suggest act | text=周例会材料太多
科员 | private | 意见 匿名 日报要求重复 | suggest act | text=日报要求重复
科员 | private | 意见 不要再报日报了 | suggest act | text=不要再报日报了
科员 | private | 意见 为什么材料这么多？ | suggest act | text=为什么材料这么多？
科员 | private | 意见不统一 | - decline
科员 | private | 撤销 | undo decline
科员 | private | 撤销。 | undo decline
科员 | private | 撤销了吗 | - decline
科员 | private | 帮助 | help act
科员 | private | 帮助！ | help act
科员 | private | 帮助 交办 | help act | text=交办
科员 | private | 帮助 没有的词 | help decline | text=没有的词
科员 | private | 怎么用 | help act
管理员 | private | 登记 | enrol act
管理员 | group | 绑定 金融科 | enrol act | text=金融科
管理员 | private | 绑定 金融科 | enrol decline | text=金融科
管理员 | group | 绑定 没有的科 | enrol decline | text=没有的科
科员 | group | 绑定 金融科 | enrol decline
科员 | private | 2 | - decline
科员 | private | 12 | - decline
科员 | private | #12 | - decline
科员 | private | https://docs.example.cn/sheets/12?tab=3 | - decline
科员 | private | 12号楼已封顶 | - decline
科员 | private | 2026年预算 | - decline
科员 | private | 谁办12 | - decline
科员 | private | 谁办的 | - decline
科员 | private | 收到 | - decline
科员 | private | 好的 | - decline
科员 | private | 好的，收到 | - decline
科员 | private | 辛苦了 | - decline
科员 | private | 谢谢 | - decline
科员 | private | 请 | - decline
科员 | private | “签收 11” | - decline
科员 | private | 他说签收 11 | - decline
科员 | private | 明天开会 | - decline
科员 | private | 👌 | - decline
科员 | private | …… | - decline
科员 | group! | 收到 | - ignore
科员 | group! | 签收 11 | - ignore
科员 | group! | 12号还没有办结 | - ignore
科员 | group | 收到 | - decline
科员 | group | 我还没有完成 | - decline
科员 | private | 报4：已拨付两个项目 | report act | matter=4 | text=已拨付两个项目
科员 | private | 报4项目已开工 | report act | matter=4 | text=项目已开工
科员 | private | 报4分管领导已审 | report act | matter=4 | text=分管领导已审
科员 | private | 报4批复已下 | report act | matter=4 | text=批复已下
科员 | private | 请问办结了吗 4 | - ask | matter=4
科员 | private | 报 4：完成90% | report act | matter=4 | text=完成90% | percent=90
科长 | private | 销号 6 了吗 | - ask | matter=6
分管领导 | private | 同意 3 | approve decline | matter=3
主要领导 | private | 销号 3 | close decline | matter=3
分管领导 | private | 销号 3 | close decline | matter=3
科员 | reply 4 | 完成百分之六十 | - decline
督查员 | private | 催办 4 | urge act | matter=4
督查员 | private | 催 4 | urge act | matter=4
督查员 | private | 催办 4 了吗 | - ask | matter=4
督查员 | private | 催办 逾期 | urge act
督查员 | reply 4 | 催办 | urge act | matter=4
科长 | private | 报 6 已补附件 | report act | matter=6 | text=已补附件
科长 | private | 报 6 已补附件。谢谢！ | report act | matter=6 | text=已补附件
科长 | private | 请 签收 11 | accept act | matter=11
科长 | private | 您好，签收 11 | accept act | matter=11
科长 | private | 麻烦您签收 11 | accept act | matter=11
科长 | private | 签收 11号吧，谢谢 | accept act | matter=11
科长 | private | 勿签收 11 | - decline
科长 | private | 请不要签收 11 | - decline
科长 | private | 请勿办结 6 | - decline
科长 | private | 还没签收 11 | - decline
科员 | private | 报 4 已报省厅，谢谢大家 | report act | matter=4 | text=已报省厅
科员 | private | 报 4 已拨付，感谢支持 | report act | matter=4 | text=已拨付，感谢支持
科员 | private | 报４号：已完成８０％ | report act | matter=4 | text=已完成８０％ | percent=80
科员 | private | 报 ＃４，已完成80％。 | report act | matter=4 | text=已完成80％。 | percent=80
科员 | private | 汇报：４，完成８０％ | report act | matter=4 | text=完成８０％ | percent=80
科员 | private | 报 4 没问题吧 | report act | matter=4 | text=没问题吧
科员 | private | 报 4 完成50%了 | report act | matter=4 | text=完成50%了 | percent=50
科长 | reply 6 | 完成60% | report act | text=完成60% | matter=6 | percent=60
科长 | reply 6 | 完成 | finish decline | matter=6
科长 | reply 6 | 完成了 | - decline
科长 | reply 6 | 办结！ | finish decline | matter=6
科长 | reply 6 | 办结，台账已报送 | finish act | text=台账已报送 | matter=6
科长 | private | 办结 6，台账已报送。 | finish act | matter=6 | text=台账已报送。
科长 | private | 办结6号，台账已报送，请审核 | finish act | matter=6 | text=台账已报送，请审核
科长 | private | 办结 12件事 | finish decline | text=12件事
科长 | private | 申请延期 3 到12月25日 等批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等批复
科长 | private | 申请延期到12月25日 | extend decline | due=2026-12-25T18:00:00+08:00
科长 | private | 延期 3 到下周五 等批复 | extend act | matter=3 | due=2026-12-04T18:00:00+08:00 | text=等批复
科长 | private | 延期 3 至12月25日 等批复 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等批复
科长 | private | 延期 3 等批复 到12月25日 | extend act | matter=3 | due=2026-12-25T18:00:00+08:00 | text=等批复
督查员 | private | 不准延 8 | decline decline | matter=8
督查员 | private | 不同意延期 8 | decline decline | matter=8
督查员 | private | 同意延期 8 | approve act | matter=8
督查员 | private | 同意办结 1 | approve act | matter=1
督查员 | private | 同意 1 办结 | approve act | matter=1
督查员 | private | 同意 第1号，优秀。 | approve act | matter=1 | grade=优秀
督查员 | private | 同意 1 2 | approve decline
督查员 | private | 同意 1、3 | approve decline
督查员 | private | 通过了吗 1 | - ask | matter=1
督查员 | private | 通过会议研究 | - decline
督查员 | private | 不通过 1 缺附件 | decline act | matter=1 | text=缺附件
督查员 | private | 退回给金融科 1 | - decline
督查员 | private | 转办 11 给金融科 | transfer act | matter=11 | unit=金融科
督查员 | private | 转办 11 至 金融科 | transfer act | matter=11 | unit=金融科
督查员 | private | 转办给金融科 11 | transfer decline | unit=金融科
督查员 | private | 交办给李娜 报送材料 12月5日前 | assign act | people=李娜 | due=2026-12-05T18:00:00+08:00 | text=报送材料
督查员 | private | 交办 给 预算科 报送材料 12月5日前 | assign act | unit=预算科 | due=2026-12-05T18:00:00+08:00 | text=报送材料
督查员 | private | 请 @李娜 12月5日前 报送方案 | - decline
督查员 | private | 交办：@李娜，报送方案，12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 @李娜 报送方案 12月15日前，谢谢！ | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=报送方案
督查员 | private | 交办 @李娜 尽快报送方案 12月15日前 | assign act | people=李娜 | due=2026-12-15T18:00:00+08:00 | text=尽快报送方案
科长 | private | 分办 10 给 王强 | deploy act | matter=10 | people=王强
科长 | private | 分办 10 给@王强 | deploy act | matter=10 | people=王强
科长 | private | 分办10号给王强 | deploy act | matter=10 | people=王强
科员 | private | 我的 逾期 | pending act
科员 | private | 我的待办 本周 | pending act
科员 | private | 我的事 | - decline
科员 | private | 待办事项 | pending act
科员 | private | 还有啥没办 | - decline
科员 | private | 待办 王强 本周 | pending act | people=王强
督查员 | private | 预算科待办 | - decline
督查员 | private | 待办 本周 预算科 | pending act | unit=预算科
督查员 | private | 查询 4 | show act | matter=4
督查员 | private | 4号历史 | - decline
督查员 | private | 历史 4号？ | show act | matter=4
秘书 | private | 议程 服务企业周例会 | agenda act
秘书 | private | 服务企业周例会议程 | - decline
科员 | private | 议题：服务企业周例会，鑫源公司用地 | topic act | text=鑫源公司用地
科员 | private | 报议题 鑫源公司用地 | topic decline
科员 | private | 帮助交办 | - decline
科员 | private | 帮助一下 | help act
管理员 | group | 绑定金融科 | - decline
管理员 | private | 登记一下 | enrol act
科员 | private | 撤销 12 | undo decline
科员 | private | 撤销一下 | undo decline
科员 | private | 撤销吧 | undo decline
科员 | private | 意见周例会材料太多 | - decline
科员 | private | @督办待办 | pending act
`

/** All of them, line by line. */
export const golden: readonly Golden[] = table
  .trim()
  .split('\n')
  .filter((line) => line && !line.startsWith('--'))
  .map((line) => {
    const [as = '', where = '', text = '', taken = '', ...slots] = line.split(' | ')
    const [place = '', replyTo] = where.split(' ')
    const [command, outcome] = taken.split(' ')
    return {
      as,
      in: place.replace('!', '') as Golden['in'],
      text,
      addressed: !place.endsWith('!'),
      ...(replyTo ? { replyTo: Number(replyTo) } : {}),
      expect: {
        command: command === '-' ? null : command,
        outcome,
        slots: Object.fromEntries(slots.map(slotOf)),
      },
    }
  })

function slotOf(slot: string): [string, unknown] {
  const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(slot) ?? []
  if (name === 'matter' || name === 'percent') return [name, Number(value)]
  return [name, name === 'people' ? value.split('、') : value]
}
