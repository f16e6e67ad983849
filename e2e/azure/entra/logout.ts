// Sign-out at Entra: forgets the session and goes back to the application, if it named an address of this machine.
import type { Azure, AzureRequest, AzureResponse } from '../imitated-service.ts'
import { isLoopbackAddress } from './authorization-request.ts'
import { showPage } from './page.ts'
import { forgetSession } from './session-cookie.ts'

export function logout(request: AzureRequest, { organization }: Azure): AzureResponse {
  const parameters = new URLSearchParams(request.method === 'POST' ? request.body : request.url.searchParams)
  const back = parameters.get('post_logout_redirect_uri')
  if (back !== null && isLoopbackAddress(back)) {
    const url = new URL(back)
    const state = parameters.get('state')
    if (state !== null) url.searchParams.set('state', state)
    return { status: 302, headers: { location: url.href, 'cache-control': 'no-store', ...forgetSession } }
  }
  return showPage({
    status: 200,
    title: `Signed out · ${organization.tenantName}`,
    headers: forgetSession,
    main: `<h1>You signed out of your account</h1>
<p class="lead">It’s a good idea to close all browser windows.</p>`,
  })
}
