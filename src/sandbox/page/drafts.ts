import { signal } from './signal.ts'

/** What a person has begun to write in a chat. */
export interface Draft {
  text: string
  replyTo?: string
}

/** Begun sentences by person and chat, so that changing the person loses nothing. */
export const drafts = signal<Record<string, Draft>>({})

/** Grows whenever the composer should take the keyboard. */
export const focusWish = signal(0)

const EMPTY: Draft = { text: '' }

/** The draft of a person in a chat. */
export function draftOf(all: Record<string, Draft>, as: string, chat: string): Draft {
  return all[`${as} ${chat}`] ?? EMPTY
}

/** Replaces a draft. */
export function keepDraft(as: string, chat: string, draft: Draft): void {
  drafts.set({ ...drafts.get(), [`${as} ${chat}`]: draft })
}

/** Replaces a draft and puts the cursor behind it. */
export function startDraft(as: string, chat: string, draft: Draft): void {
  keepDraft(as, chat, draft)
  focusWish.set(focusWish.get() + 1)
}
