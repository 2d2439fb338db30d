import { useState } from 'preact/hooks'
import { Cell } from './cell.tsx'
import { list, number, object, text } from './json.ts'

const ALIGNS: Record<string, string> = { center: 'a-center', right: 'a-right' }

/** table: rows in pages, as the client pages them. */
export function Table({ node }: { node: Record<string, unknown> }) {
  const columns = list(node.columns).map(object)
  const rows = list(node.rows).map(object)
  const size = Math.min(10, Math.max(1, number(node.page_size, 5)))
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const [asked, ask] = useState(0)
  // A new card may have fewer pages than the one that was open.
  const page = Math.min(asked, pages - 1)
  return (
    <div class="table">
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" class={align(column)} style={width(column)}>
                  {text(column.display_name) || text(column.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * size, (page + 1) * size).map((row, i) => (
              <tr key={page * size + i}>
                {columns.map((column, j) => (
                  <td key={j} class={align(column)}>
                    <Cell column={column} value={row[text(column.name)]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="nothing">暂无内容</p>}
      {pages > 1 && (
        <div class="pager">
          <button
            type="button"
            class="plain"
            aria-label="上一页"
            disabled={page === 0}
            onClick={() => ask(page - 1)}
          >
            ‹
          </button>
          <span>
            {page + 1}/{pages}
          </span>
          <button
            type="button"
            class="plain"
            aria-label="下一页"
            disabled={page === pages - 1}
            onClick={() => ask(page + 1)}
          >
            ›
          </button>
        </div>
      )}
    </div>
  )
}

function align(column: Record<string, unknown>): string {
  return ALIGNS[text(column.horizontal_align)] ?? ''
}

function width(column: Record<string, unknown>): Record<string, string> | undefined {
  const asked = text(column.width)
  return /^\d+(px|%)$/.test(asked) ? { width: asked } : undefined
}
