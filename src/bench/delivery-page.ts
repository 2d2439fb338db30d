/** The page `docs/bench-delivery.md`: a section for each program that measures what is promised of the post. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { busyLine, lookAtMachine } from './machine.ts'

const PAGE = 'docs/bench-delivery.md'
const HEAD =
  '# What is promised of the post, measured\n\nEach section is written by the program that it names.\n'

/** Puts a section in the place of the one with the same title, and prints it. */
export async function writeSection(title: string, lines: string[]): Promise<void> {
  const machine = await lookAtMachine()
  const { processor, cores, node } = machine
  const where = `${processor}, ${cores} cores, Node ${node}.`
  const section = [`## ${title}`, '', ...lines, '', where, ...busyLine(machine), ''].join('\n')
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD
  const [head = '', ...others] = page.split(/^(?=## )/m)
  const kept = others.filter((one) => !one.startsWith(`## ${title}\n`))
  const parts = [head, ...[...kept, section].sort()].map((one) => one.trim())
  writeFileSync(PAGE, `${parts.join('\n\n')}\n`)
  console.log(section)
}
