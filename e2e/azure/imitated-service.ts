// What every imitated Azure service is: the hosts it answers for, and how. The listener routes, a service answers.
import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from './clock.ts'
import type { Journal } from './journal.ts'
import type { Organization } from './organization/organization.ts'
import type { Tokens } from './tokens.ts'

/** One request as a service sees it. `url` carries the real host name the client asked for. */
export type AzureRequest = {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  /** The raw body as text ('' when there was none). */
  body: string
  /** Address of the client, for audit rows and firewall messages. */
  address: string
}

/** What a service answers. An object body is sent as JSON; a string as it is (set content-type yourself). */
export type AzureResponse = {
  status: number
  headers?: Record<string, string | string[]>
  body?: unknown
}

/** What a service may look at besides the request. */
export type Azure = {
  clock: Clock
  journal: Journal
  tokens: Tokens
  organization: Organization
  /** Origin of the stand-in's own pages, e.g. http://127.0.0.1:7680. */
  origin: string
}

export type Service = {
  name: string
  /** True when this service answers for that host (lower case, no port) and path. */
  answersFor(host: string, path: string): boolean
  answer(request: AzureRequest, azure: Azure): AzureResponse | Promise<AzureResponse>
  /** What is wrong with merely asking this, in a few words for the journal, or null. Looked at before any fault and any refusal. */
  violationOf?(request: AzureRequest): string | null
  /** False for a name that does not resolve (a deleted vault): the listener then lets nobody connect, nor stay connected. */
  resolves?(host: string, azure: Azure): boolean
}
