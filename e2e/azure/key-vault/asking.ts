// Asks a service directly, as one caller or another, without a network in between: for tests of the services.
import { type Clock, createClock } from '../clock.ts'
import { createJournal } from '../journal.ts'
import { type AmendableOrganization, createOrganization } from '../organization/create-organization.ts'
import type { Azure, AzureResponse, Service } from '../imitated-service.ts'
import { createTokens } from '../tokens.ts'

export type Asking = {
  organization: AmendableOrganization
  clock: Clock
  azure: Azure
  /** A bearer header of Kempt's identity, unless claims say otherwise. */
  bearer(claims?: Record<string, unknown>, lifetimeSeconds?: number): Promise<string>
  /** `authorization` null sends none. The default is Kempt's. */
  ask(
    url: string,
    options?: { method?: string; authorization?: string | null; headers?: Record<string, string> },
  ): Promise<Answer>
}

export type Answer = {
  status: number
  headers: Record<string, string | string[]>
  body: Record<string, unknown>
  /** What the journal would keep against the request. */
  violation: string | null
}

export async function askingOf(service: Service, audience: string, now: Date, vaults = 60): Promise<Asking> {
  const organization = createOrganization({ seed: 'kempt', vaults })
  const tokens = await createTokens(organization.tenantId)
  const clock = createClock()
  clock.set(now)
  const azure: Azure = { clock, journal: createJournal(), tokens, organization, origin: 'http://127.0.0.1:7680' }
  const bearer = async (claims: Record<string, unknown> = {}, lifetimeSeconds = 3600) => {
    const { objectId: oid, applicationId: appid } = organization.kemptIdentity
    return `Bearer ${await tokens.sign({ aud: audience, tid: organization.tenantId, oid, appid, ...claims }, lifetimeSeconds)}`
  }
  const usual = await bearer()
  return {
    organization,
    clock,
    azure,
    bearer,
    async ask(url, { method = 'GET', authorization = usual, headers = {} } = {}) {
      const request = {
        method,
        url: new URL(url),
        headers: { ...headers, ...(authorization === null ? {} : { authorization }) },
        body: '',
        address: '20.1.2.3',
      }
      const violation = service.violationOf?.(request) ?? null
      const answer = await service.answer(request, azure)
      return { status: answer.status, headers: answer.headers ?? {}, body: bodyOf(answer), violation }
    },
  }
}

function bodyOf({ body }: AzureResponse): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {}
}
