/** Walking a card: every object in it, and the form it stands in. */

/** An object of JSON whose attributes are not known yet. */
export type Node = Record<string, unknown>

/** A component of a card together with where it stands. */
export interface Placed {
  node: Node
  /** The form that holds this component. */
  form?: Node
}

/** Whether a value is an object with properties. */
export function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Every component of a card (every object with a `tag`), outermost first. */
export function* components(card: unknown, form?: Node): Generator<Placed> {
  if (Array.isArray(card)) {
    for (const entry of card) yield* components(entry, form)
    return
  }
  if (!isNode(card)) return
  if (typeof card.tag === 'string') yield { node: card, ...(form ? { form } : {}) }
  const inner = card.tag === 'form' ? card : form
  for (const value of Object.values(card))
    if (typeof value === 'object') yield* components(value, inner)
}

/** What the callback carries as `action.value`: the value of the component's callback behavior. */
export function callbackValue(node: Node): unknown {
  const behaviors = Array.isArray(node.behaviors) ? node.behaviors : []
  const callback = behaviors.find((behavior) => isNode(behavior) && behavior.type === 'callback')
  return isNode(callback) ? callback.value : node.value
}

/** Whether tapping the component is told to the bot at all: a link is not. */
export function callsBack(node: Node): boolean {
  if (!Array.isArray(node.behaviors)) return true
  return node.behaviors.some((behavior) => isNode(behavior) && behavior.type === 'callback')
}

/** Whether a button sends its form. */
export function submits(node: Node): boolean {
  return node.form_action_type === 'submit' || node.action_type === 'form_submit'
}
