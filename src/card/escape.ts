/** Foreign words inside Markdown that we author. */
import { clean } from './plain.ts'

// The platform's escape table, and `&`, `|`, `=`, `~`, `@` besides: every character that Markdown or the tags read.
const READ = /[&<>~\-!*/\\[\]()#:+"'`$_|=@{}]/g

/** Foreign words as a fragment that Markdown shows letter for letter; new lines become `<br>`. */
export function escaped(content: string): string {
  return clean(content)
    .split('\n')
    .map((row) =>
      row
        .replace(READ, (sign) => `&#${sign.charCodeAt(0)};`)
        .replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length))
        .replace(/^((?:&nbsp;)*\d+)\./, '$1&#46;'),
    )
    .join('<br>')
}
