/** The numbers that were probably meant by one that does not exist: one slip of the finger away, or its neighbours. */

/** Candidates in no order: a digit too many, one missing, two swapped, one mistyped, the numbers right beside it. */
export function slipsOf(id: number): number[] {
  const text = String(id)
  const found = new Set<string>()
  for (let at = 0; at <= text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at)]
    found.add(before + after.slice(1))
    if (after.length > 1) found.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
    for (let digit = 0; digit < 10; digit++) {
      found.add(`${before}${digit}${after}`)
      if (after) found.add(`${before}${digit}${after.slice(1)}`)
    }
  }
  for (const near of [id - 1, id + 1]) found.add(String(near))
  const numbers = [...found].map(Number).filter((one) => one > 0 && one !== id)
  return [...new Set(numbers)].filter((one) => one < 10_000_000)
}
