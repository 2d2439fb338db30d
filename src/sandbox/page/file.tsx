import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { toast } from './toast.tsx'
import { act } from './wire.ts'

/** The platform's limit for one file, in bytes. */
const LIMIT = 30 * 1024 * 1024

/** Takes files dropped anywhere in the conversation around `inside`; tells while some hang over it. */
export function useDrop(inside: RefObject<HTMLElement | null>, as: string, chat: string): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const pane = inside.current?.parentElement
    if (!pane) return
    const hang = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = () => setOver(false)
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      sendFiles(as, chat, event.dataTransfer?.files)
    }
    pane.addEventListener('dragover', hang)
    pane.addEventListener('dragleave', leave)
    pane.addEventListener('drop', drop)
    return () => {
      pane.removeEventListener('dragover', hang)
      pane.removeEventListener('dragleave', leave)
      pane.removeEventListener('drop', drop)
    }
  }, [as, chat])
  return over
}

/** Sends files into a chat, one after the other; an empty or too large one is refused with a word. */
async function sendFiles(
  as: string,
  chat: string,
  files: FileList | null | undefined,
): Promise<void> {
  for (const file of files ?? []) {
    if (file.size === 0) toast('error', `“${file.name}”是空文件，未发送`)
    else if (file.size > LIMIT) toast('error', `“${file.name}”超过30MB，未发送`)
    else {
      const answer = await act('file', { as, chat, name: file.name, base64: await base64(file) })
      if (!answer.ok) toast('error', answer.error)
    }
  }
}

/** The button beside the composer that opens the choice of a file. */
export function FileButton({ as, chat }: { as: string; chat: string }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="btn" onClick={() => field.current?.click()}>
        文件
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label="选择文件"
        onChange={async (event) => {
          const box = event.currentTarget
          await sendFiles(as, chat, box.files)
          box.value = ''
        }}
      />
    </>
  )
}

function base64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(file)
  })
}
