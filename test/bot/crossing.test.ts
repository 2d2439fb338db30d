/** An edit that is on its way while a tap is answered must not leave the older card standing. */
import { expect, test } from 'vitest'
import { openWorld, personNamed } from '../world.ts'

test('a card whose edit was late shows what a tap has changed meanwhile', async () => {
  let sending = () => {}
  const world = await openWorld({
    step: (name) => {
      if (name === 'deliver:before-send') sending()
    },
  })
  try {
    const { street } = world.ground
    const wang = personNamed('王强').openId
    await world.says('陈静', '交办 金融科 报送惠企贴息资金拨付进度 12月4日前')
    await world.says('李娜', '签收 1')
    await world.says('李娜', '分办 1 @王强')
    // The answer and the edits of three cards that follow the typed line hang on their way; the tap is answered before they land.
    let letters = 4
    const allAway = new Promise<void>((resolve) => {
      sending = () => {
        letters -= 1
        if (letters === 0) resolve()
      }
    })
    street.fault('slow', letters)
    await street.say(wang, 'bot', '报 1 完成60%')
    await allAway
    expect(await world.taps('王强', '汇报', undefined, { text: '已形成初稿' })).toContain(
      '已记1号进展',
    )
    expect(JSON.stringify(street.cards(wang).at(-1)?.card)).toContain('已形成初稿')
  } finally {
    await world.close()
  }
})
