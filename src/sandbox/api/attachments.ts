/** Files up and down: im/v1/files, im/v1/images, messages/:id/resources/:key. */
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { within } from './reach.ts'

const MEGABYTE = 1024 * 1024
const FILE_TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'])

/** Upload of a file (30 MB) or an image (10 MB), download of what a message carries. */
export const attachments: Endpoint[] = [
  {
    method: 'POST',
    path: 'im/v1/files',
    title: '上传文件',
    writes: true,
    run: (world, { form }) => {
      const { file_type: type, file_name: name, file } = form
      if (typeof type !== 'string' || !FILE_TYPES.has(type))
        throw new Refusal(234001, 'file_type is unknown')
      if (typeof name !== 'string' || name === '')
        throw new Refusal(234001, 'file_name is required')
      const key = `file_v3_${world.ids.hex()}`
      const bytes = uploaded(file, 30)
      world.files.add({ key, kind: 'file', name, type, owner: 'bot', bytes })
      return { file_key: key }
    },
  },
  {
    method: 'POST',
    path: 'im/v1/images',
    title: '上传图片',
    writes: true,
    run: (world, { form }) => {
      if (form.image_type !== 'message' && form.image_type !== 'avatar')
        throw new Refusal(234001, 'image_type must be message or avatar')
      const key = `img_v3_${world.ids.hex()}`
      const bytes = uploaded(form.image, 10)
      world.files.add({ key, kind: 'image', name: key, type: '', owner: 'bot', bytes })
      return { image_key: key }
    },
  },
  {
    method: 'GET',
    path: 'im/v1/files/:key',
    title: '下载自己上传的文件',
    run: (world, call) => download(world, call.part('key'), 'file', 'bot'),
  },
  {
    method: 'GET',
    path: 'im/v1/images/:key',
    title: '下载自己上传的图片',
    run: (world, call) => download(world, call.part('key'), 'image', 'bot'),
  },
  {
    method: 'GET',
    path: 'im/v1/messages/:id/resources/:key',
    title: '下载消息里的文件',
    run: (world, call) => resource(world, call),
  },
]

function resource(world: World, call: Call): Response {
  const message = within(world, call.part('id'))
  const kind = call.query('type')
  if (kind !== 'file' && kind !== 'image') throw new Refusal(234001, 'type must be file or image')
  if (!message.content.includes(JSON.stringify(call.part('key')))) throw new Refusal(234003)
  return download(world, call.part('key'), kind)
}

function download(world: World, key: string, kind: 'file' | 'image', owner?: string): Response {
  const file = world.files.get(key)
  if (!file || file.kind !== kind) throw new Refusal(234003)
  if (owner !== undefined && file.owner !== owner) throw new Refusal(230017)
  const name = encodeURIComponent(file.name)
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    },
  })
}

function uploaded(file: string | Uint8Array | undefined, megabytes: number): Uint8Array {
  if (file === undefined || typeof file === 'string')
    throw new Refusal(234001, 'the form has no file')
  if (file.length === 0) throw new Refusal(234010)
  if (file.length > megabytes * MEGABYTE) throw new Refusal(234006)
  return file
}
