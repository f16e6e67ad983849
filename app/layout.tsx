// The document around every page. It knows nobody and asks nothing: pages bring their own shell.
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { displayOfRequest } from './_preferences/display-of-request.ts'
import { typeface } from './_shell/typeface.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Kempt', template: '%s · Kempt' },
  description: "Secret hygiene across an organization's Azure Key Vaults. Metadata only.",
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await displayOfRequest()
  // What the browser draws before the style sheet arrives is of the same theme.
  return { width: 'device-width', initialScale: 1, colorScheme: theme === 'system' ? 'light dark' : theme }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page has no nonce, and the content security policy would then block its scripts.
  await connection()
  const { theme } = await displayOfRequest()
  return (
    // A theme that was chosen is said by the server: no page flashes in the other one, and none needs a script for it.
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={typeface}>
      <body>{children}</body>
    </html>
  )
}
