import { expect, type Page, type Response } from '@playwright/test'

/**
 * Opens a page and waits until each of its cards is there: they stream in one by one, and what is counted or listed
 * before then is whatever happened to be first. `path` from the root, with its query.
 */
export async function openWhole(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  return answer
}
