/** What fits nothing: one suggestion when there is one clear candidate, otherwise the way to help. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'

/** A short card with the word that was probably meant and how it is used. */
export function unknownCard(near: string | undefined, example: string | undefined): Card {
  const elements = near
    ? [text(`没有听懂。您是不是想说“${near}”？`), ...(example ? [note(`例：${example}`)] : [])]
    : [text('没有听懂这句话。')]
  return card({
    title: '督办',
    color: 'grey',
    elements: [
      ...elements,
      buttons([
        ...(near && near !== '帮助' ? [button({ text: `帮助 ${near}`, say: `帮助 ${near}` })] : []),
        button({ text: '我能说什么', say: '帮助' }),
      ]),
    ],
  })
}
