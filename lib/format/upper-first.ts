/** For words that begin a sentence, a heading or a choice. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
