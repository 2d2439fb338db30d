/** A piece of text inside a line. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' | 'rule' }
  | { kind: 'bold' | 'italic' | 'strike'; inside: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; inside: Inline[] }
  | { kind: 'font' | 'tag'; colour: string; inside: Inline[] }
  | { kind: 'at' | 'person'; ids: string[] }
  | { kind: 'number'; text: string }
  | { kind: 'time'; at: number; format: string }
  | { kind: 'image'; alt: string }

/** A block of lines. */
export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'heading'; level: number; inside: Inline[] }
  | { kind: 'rule' }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
