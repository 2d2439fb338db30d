/** Rich text as the bot sends it: a locale around it, lines of tagged nodes inside. */
import { isNode, type Node } from './card-tree.ts'
import { type Mention, type Mentionable, readSent } from './mentions.ts'
import { Refusal } from './refusals.ts'

interface ReadPost {
  /** Without the locale, as the API gives it back. */
  post: { title: string; content: Node[][] }
  mentions: Mention[]
  all: boolean
}

const TAGS = new Set(['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md'])

/** Reads `{zh_cn: {title, content: [[node]]}}`. Throws 230001 on any other shape. */
export function readPost(content: Node, around: Mentionable): ReadPost {
  const post = Object.entries(content).find(([locale]) => /^[a-z]{2}_[a-z]{2}$/.test(locale))?.[1]
  if (!isNode(post)) throw invalid('a post needs a locale such as zh_cn')
  const { title = '', content: lines } = post
  if (typeof title !== 'string') throw invalid('the title is not a string')
  if (!Array.isArray(lines) || !lines.every(Array.isArray)) throw invalid('content is not [[node]]')
  const read: ReadPost = { post: { title, content: [] }, mentions: [], all: false }
  for (const line of lines as unknown[][])
    read.post.content.push(line.map((node) => readNode(node, read, around)))
  if (title === '' && read.post.content.flat().length === 0) throw invalid('the post is empty')
  return read
}

function readNode(node: unknown, read: ReadPost, around: Mentionable): Node {
  if (!isNode(node) || !TAGS.has(String(node.tag))) throw invalid('unknown tag in a post')
  const { tag, text, href } = node
  if ((tag === 'text' || tag === 'a' || tag === 'md') && typeof text !== 'string')
    throw invalid(`${tag} without text`)
  if (tag === 'a' && !/^(https?|lark):\/\//.test(String(href)))
    throw invalid('a link needs an href')
  if (tag !== 'at') return node
  if (node.user_id === 'all') {
    read.all = true
    return { tag, user_id: '@_all', user_name: '' }
  }
  const { mentions } = readSent(`<at user_id="${node.user_id}"></at>`, around)
  const mention = mentions[0]
  if (!mention) throw invalid(`unknown user_id ${node.user_id}`)
  const key = `@_user_${read.mentions.length + 1}`
  read.mentions.push({ ...mention, key })
  return { tag, user_id: key, user_name: mention.name }
}

function invalid(what: string): Refusal {
  return new Refusal(230001, what)
}
