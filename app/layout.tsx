// The document around every page. It knows nobody and asks nothing: pages bring their own shell.
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Kempt', template: '%s · Kempt' },
  description: "Secret hygiene across an organization's Azure Key Vaults. Metadata only.",
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page has no nonce, and the content security policy would then block its scripts.
  await connection()
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>{children}</body>
    </html>
  )
}
