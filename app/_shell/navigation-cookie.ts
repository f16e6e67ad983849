/** Remembers whether a person folded the navigation away; the server reads it, so that a page never jumps. */
export const navigationCookie = 'kempt-navigation'
