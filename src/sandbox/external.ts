/** Groups with people of other tenants in them. */
import type { Place } from './chats.ts'
import type { World } from './world.ts'

/** Whether somebody in the place is of another tenant. */
export const isExternal = (world: World, { members }: Place): boolean =>
  [...members].some((openId) => world.people.get(openId)?.tenant !== world.tenant)
