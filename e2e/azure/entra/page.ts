// The frame of every page Entra shows: strict headers, readable in light and dark, and no script unless a page brings one.
import { randomBytes } from 'node:crypto'
import type { AzureResponse } from '../imitated-service.ts'
import { pageStyle } from './page-style.ts'

export type Page = {
  status: number
  title: string
  /** HTML; text from outside must have gone through `escapeHtml`. */
  main: string
  /** Where the page's form may lead besides the stand-in itself; browsers check redirects of a form too. */
  formMayLeadTo?: string
  /** Runs when the page is shown. */
  script?: string
  headers?: Record<string, string>
}

export function showPage({ status, title, main, formMayLeadTo, script, headers }: Page): AzureResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    ...(script ? [`script-src 'nonce-${nonce}'`] : []),
    `form-action 'self' ${formMayLeadTo ?? ''}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<main>
${main}
</main>
<footer>Imitated Microsoft Entra ID, on this machine only. No password is asked for, and nothing leaves it.</footer>
${script ? `<script nonce="${nonce}">${script}</script>` : ''}
</body>
</html>
`,
  }
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}

/** Form fields that carry a request on, unseen. */
export function hiddenFields(fields: Iterable<[string, string]>): string {
  return [...fields]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('\n')
}
