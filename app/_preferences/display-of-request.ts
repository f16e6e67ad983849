import { cookies } from 'next/headers'
import { cache } from 'react'
import { type Display, displayCookie, readDisplay } from './display.ts'

/** How whoever made this request likes Kempt to look; asked by the document, the shell and the menu alike. */
export const displayOfRequest = cache(
  async (): Promise<Display> => readDisplay((await cookies()).get(displayCookie)?.value),
)
