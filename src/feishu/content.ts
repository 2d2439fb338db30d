/** What a message says: its text in our form, and the file it carries. */
import type { Said } from '../bot/message.ts'
import { type Fields, fields, isFields, list, parsed, withoutPrivate, word } from './loose.ts'
import type { Mentions } from './mention.ts'

/** The text ('' for a file and for a message recalled before it came), the file, and a post's further pictures. */
interface Content {
  text: string
  file?: NonNullable<Said['file']>
  others?: NonNullable<Said['others']>
}

/** Reads a message's content by its type; undefined for a type that says nothing to the bot (audio, sticker …). */
export function readContent(
  type: string,
  content: unknown,
  mentions: Mentions,
): Content | undefined {
  const body = parsed(content)
  switch (type) {
    case 'text':
      return { text: mentions.inText(word(body.text)) }
    case 'post':
      return { text: readPost(body, mentions), ...picturesIn(body) }
    case 'file':
      return attached(word(body.file_key), withoutPrivate(word(body.file_name)), 'file')
    case 'image':
      return attached(word(body.image_key), '', 'image')
    default:
      return undefined
  }
}

function attached(key: string, name: string, type: 'file' | 'image'): Content {
  return key === '' ? { text: '' } : { text: '', file: { key, name: name || key, type } }
}

/** The pictures in rich text, to be kept with what its words say. */
function picturesIn(body: Fields): Pick<Content, 'file' | 'others'> {
  const keys = postIn(body)
    .flat()
    .map(fields)
    .filter((element) => element.tag === 'img')
    .map((element) => word(element.image_key))
    .filter((one) => one !== '')
  const [first, ...others] = [...new Set(keys)].map((key) => ({
    key,
    name: key,
    type: 'image' as const,
  }))
  return { ...(first ? { file: first } : {}), ...(others.length > 0 ? { others } : {}) }
}

/** The lines of rich text, as elements. */
const postIn = (body: Fields): unknown[][] => list(bodyOf(body).content).filter(Array.isArray)

/** Rich text arrives without a language around it; when it is sent it has one. Both are read. */
const bodyOf = (body: Fields): Fields =>
  Array.isArray(body.content) ? body : fields(Object.values(body).find(isPost))

function readPost(body: Fields, mentions: Mentions): string {
  const post = bodyOf(body)
  const title = withoutPrivate(word(post.title))
  const lines = postIn(body).flatMap((line) => readLine(line, mentions) ?? [])
  return (title === '' ? lines : [title, ...lines]).join('\n')
}

function isPost(value: unknown): boolean {
  return isFields(value) && Array.isArray(value.content)
}

/** A line of nothing but pictures, code or rules is no line of text: undefined. */
function readLine(line: unknown[], mentions: Mentions): string | undefined {
  const parts = line.flatMap((element) => readElement(fields(element), mentions) ?? [])
  return parts.length === 0 && line.length > 0 ? undefined : parts.join('')
}

/** Code blocks, pictures, videos and faces are not said: they never become commands. */
function readElement(element: Fields, mentions: Mentions): string | undefined {
  switch (element.tag) {
    case 'text':
    case 'a':
      return withoutPrivate(word(element.text))
    case 'at':
      return mentions.inPost(word(element.user_id), word(element.user_name))
    default:
      return undefined
  }
}
