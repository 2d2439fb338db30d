import { list, object, words } from './json.ts'

/** img: a grey place of its shape, since the practice ground keeps no pictures. */
export function Image({ node }: { node: Record<string, unknown> }) {
  const label = words(node.alt) || words(node.title) || '图片'
  return (
    <div class="picture" role="img" aria-label={label}>
      {label}
    </div>
  )
}

/** img_combination: several such places in a row. */
export function ImageCombination({ node }: { node: Record<string, unknown> }) {
  return (
    <div class="pictures">
      {list(node.img_list).map((image, i) => (
        <Image key={i} node={object(image)} />
      ))}
    </div>
  )
}
