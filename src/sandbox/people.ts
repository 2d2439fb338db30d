/** Who lives on the street: the tenant's directory as the platform knows it. */
import type { Person } from './protocol.ts'

/** Whether the bot's private messages reach somebody (feishu-platform.md 4.3: 230013, 230029, 230053). */
export type Reach = 'ok' | 'out-of-scope' | 'resigned' | 'bot-off'

/** Somebody of the directory, with every id he goes by. */
export interface Resident extends Person {
  unionId: string
  mobile?: string
  email?: string
  tenant: string
  reach: Reach
}

/** What must be known of somebody to enter him; the tenant is by default the app's own. */
export interface NewPerson {
  openId: string
  unionId?: string
  name: string
  title?: string
  mobile?: string
  email?: string
  tenant?: string
}

/** The directory, by every kind of id the API takes. */
export class People {
  readonly #byOpen = new Map<string, Resident>()
  readonly #byUnion = new Map<string, Resident>()
  readonly #byMobile = new Map<string, Resident>()
  readonly #byEmail = new Map<string, Resident>()

  /** Enters somebody, or enters him anew under the same open_id. */
  add(person: NewPerson, homeTenant: string): Resident {
    const { openId, name, mobile, email } = person
    const resident: Resident = {
      openId,
      name,
      title: person.title ?? '',
      unionId: person.unionId ?? openId.replace(/^ou_/, 'on_'),
      tenant: person.tenant ?? homeTenant,
      reach: 'ok',
      ...(mobile === undefined ? {} : { mobile }),
      ...(email === undefined ? {} : { email }),
    }
    this.restore(resident)
    return resident
  }

  /** Enters a resident exactly as a snapshot kept him. */
  restore(resident: Resident): void {
    this.#byOpen.set(resident.openId, resident)
    this.#byUnion.set(resident.unionId, resident)
    if (resident.mobile) this.#byMobile.set(bareMobile(resident.mobile), resident)
    if (resident.email) this.#byEmail.set(resident.email, resident)
  }

  get(openId: string): Resident | undefined {
    return this.#byOpen.get(openId)
  }

  /** Somebody by an id of the given type; `user_id` is never known, since the app lacks that scope. */
  find(type: string, id: string): Resident | undefined {
    if (type === 'open_id') return this.#byOpen.get(id)
    if (type === 'union_id') return this.#byUnion.get(id)
    if (type === 'email') return this.#byEmail.get(id)
    if (type === 'mobile') return this.#byMobile.get(bareMobile(id))
    return undefined
  }

  all(): Resident[] {
    return [...this.#byOpen.values()]
  }
}

/** The platform takes a mainland number with or without +86. */
function bareMobile(mobile: string): string {
  return mobile.replace(/^\+86/, '')
}
