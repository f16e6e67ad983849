/** The first number in a text as people read it: "1,204 objects" is 1204. Throws when there is none. */
export function countIn(text: string): number {
  const number = /\d[\d,]*(\.\d+)?/.exec(text)?.[0].replaceAll(',', '')
  if (number === undefined) throw new Error(`There is no number in "${text}".`)
  return Number(number)
}
