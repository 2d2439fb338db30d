/** Why a letter that came too late was kept back: it goes onto the card of explanation. */
export const MISSED = '并入停机说明'
