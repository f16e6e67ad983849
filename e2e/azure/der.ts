// The few DER forms a certificate needs (ITU-T X.690).

/** One element: its tag, its length, its content. */
export function element(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag]), length(body.length), body])
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size])
  const hex = size.toString(16)
  const digits = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits])
}

export const sequence = (...content: Buffer[]) => element(0x30, ...content)
export const set = (...content: Buffer[]) => element(0x31, ...content)
export const octets = (content: Buffer) => element(0x04, content)
export const utf8 = (text: string) => element(0x0c, Buffer.from(text, 'utf8'))
export const yes = element(0x01, Buffer.from([0xff]))

/** Context-specific and constructed, as in `[0] { … }`. */
export const tagged = (number: number, ...content: Buffer[]) => element(0xa0 | number, ...content)

/** Context-specific and primitive, as in `[2] IA5String`. */
export const implicit = (number: number, content: Buffer) => element(0x80 | number, content)

/** A positive integer from its big-endian bytes. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first < 0 ? Buffer.from([0]) : bytes.subarray(first)
  const negative = (digits[0] ?? 0) & 0x80
  return element(0x02, negative ? Buffer.concat([Buffer.from([0]), digits]) : digits)
}

export function bits(content: Buffer, unused = 0): Buffer {
  return element(0x03, Buffer.from([unused]), content)
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f]
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return element(0x06, Buffer.from(bytes))
}

/** UTCTime, which certificates use for every instant before 2050 (RFC 5280, 4.1.2.5). */
export function utcTime(instant: Date): Buffer {
  const digits = instant.toISOString().replaceAll(/[-:T]/g, '')
  return element(0x17, Buffer.from(`${digits.slice(2, 14)}Z`, 'ascii'))
}
