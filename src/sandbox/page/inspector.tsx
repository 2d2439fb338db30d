import { useEffect, useState } from 'preact/hooks'
import type { Trace } from '../protocol.ts'
import { secondText } from './calendar.ts'
import { opened } from './opened.ts'
import { signal, useSignal } from './signal.ts'
import type { World } from './world.ts'

const WAYS: Record<Trace['way'], string> = {
  event: '事件',
  callback: '回调',
  api: '接口',
  socket: '长连接',
}

/** What the inspector shows: lines after `cleared`, and while paused the lines of that moment. */
const cleared = signal(0)
const paused = signal<Trace[] | undefined>(undefined)

/** Every event, callback and call between the platform and the bot, the newest on top. */
export function Inspector({ world }: { world: World }) {
  const [asked, ask] = useState('')
  const [way, setWay] = useState('')
  const [open, setOpen] = useState<number | undefined>()
  const held = useSignal(paused)
  const since = useSignal(cleared)
  const newest = world.traces.at(-1)?.id ?? 0
  useEffect(() => {
    // A street that began anew counts from one again.
    if (newest < since) cleared.set(0)
  }, [newest, since])
  const lines = (held ?? world.traces)
    .filter((trace) => trace.id > since)
    .filter((trace) => !way || trace.way === way)
    .filter((trace) => !asked || `${trace.title} ${trace.status}`.includes(asked))
    .reverse()
  return (
    <div class="side-body inspector">
      <div class="inspector-tools">
        <input
          type="search"
          class="field"
          placeholder="筛选标题或状态"
          aria-label="筛选标题或状态"
          value={asked}
          onInput={(event) => ask(event.currentTarget.value)}
        />
        <select
          class="field field-small"
          aria-label="类别"
          value={way}
          onChange={(event) => setWay(event.currentTarget.value)}
        >
          <option value="">全部</option>
          {Object.entries(WAYS).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="btn"
          aria-pressed={held !== undefined}
          onClick={() => paused.set(held ? undefined : world.traces)}
        >
          {held ? '继续' : '暂停'}
        </button>
        <button
          type="button"
          class="btn"
          onClick={() => {
            cleared.set(newest)
            if (held) paused.set([])
          }}
        >
          清空
        </button>
      </div>
      {lines.length === 0 && <p class="nothing">暂无记录</p>}
      <ul class="traces">
        {lines.map((trace) => (
          <li key={trace.id}>
            <button
              type="button"
              class="trace"
              aria-expanded={open === trace.id}
              onClick={() => setOpen(open === trace.id ? undefined : trace.id)}
            >
              <time>{secondText(trace.at)}</time>
              <span class={`way way-${trace.way}`}>{WAYS[trace.way]}</span>
              <span class="trace-title">{trace.title}</span>
              <span class={trace.status >= 200 && trace.status < 300 ? 'fine' : 'wrong'}>
                {trace.status || '无应答'}
              </span>
              <span class="faint">{Math.round(trace.ms)}ms</span>
            </button>
            {open === trace.id && (
              <div class="trace-detail">
                <h4>请求</h4>
                <pre>{pretty(trace.request)}</pre>
                <h4>应答</h4>
                <pre>{pretty(trace.response)}</pre>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function pretty(value: unknown): string {
  return JSON.stringify(opened(value), null, 2) ?? '（空）'
}
