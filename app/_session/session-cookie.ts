// The attributes of Kempt's cookies, which follow from the public URL: over https they are Secure and bound to this host.

export type CookieAttributes = {
  httpOnly: true
  sameSite: 'lax'
  secure: boolean
  path: '/'
  maxAge?: number
}

const isHttps = (publicUrl: string) => new URL(publicUrl).protocol === 'https:'

export const sessionCookieName = (publicUrl: string) => (isHttps(publicUrl) ? '__Host-kempt' : 'kempt')

export const signInCookieName = (publicUrl: string) => (isHttps(publicUrl) ? '__Host-kempt-sign-in' : 'kempt-sign-in')

/** `lax`, because the way back from Entra is a navigation from another site. Without `maxAge` it ends with the browser. */
export function cookieAttributes(publicUrl: string, maxAgeSeconds?: number): CookieAttributes {
  const attributes = { httpOnly: true, sameSite: 'lax', secure: isHttps(publicUrl), path: '/' } as const
  return maxAgeSeconds === undefined ? attributes : { ...attributes, maxAge: maxAgeSeconds }
}
