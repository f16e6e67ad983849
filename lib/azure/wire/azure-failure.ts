// The one error for everything that can go wrong with a call to Azure, with what is needed to say why.
import { isRestError, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline'
import { z } from 'zod'
import { retryAfterMs } from './retry-after.ts'

export type FailureKind =
  /** Azure answered, with a status that is not success. */
  'refused' | 'timed-out' | 'name-not-resolved' | 'connection-failed' | 'malformed-answer' | 'sign-in-failed'

export class AzureFailure extends Error {
  override readonly name = 'AzureFailure'
  readonly kind: FailureKind
  /** HTTP status; null when there was no answer. */
  readonly status: number | null
  /** The innermost error code Azure gave (ForbiddenByFirewall rather than Forbidden), or Node's code for a lost connection. */
  readonly code: string | null
  /** Azure's own words. They carry addresses, times and ids: for finding out, not for storing. */
  readonly said: string
  /** The reason for a refusal was there but came through damaged: asking again may tell it. */
  readonly isGarbled: boolean
  /** How long Azure asked to wait, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null

  constructor(
    message: string,
    about: {
      kind: FailureKind
      status?: number
      code?: string | null
      said?: string
      isGarbled?: boolean
      retryAfterMs?: number | null
    },
  ) {
    super(message)
    this.kind = about.kind
    this.status = about.status ?? null
    this.code = about.code ?? null
    this.said = (about.said ?? '').slice(0, 2000)
    this.isGarbled = about.isGarbled ?? false
    this.retryAfterMs = about.retryAfterMs ?? null
  }
}

/** Names a call without its query, which may hold paging tokens. */
function callOf(request: PipelineRequest): string {
  const url = new URL(request.url)
  return `${request.method} ${url.host}${url.pathname}`
}

const errorLevel = z.object({
  code: z.string().nullish(),
  message: z.string().nullish(),
  innererror: z.unknown().optional(),
})
const errorBody = z.object({ error: errorLevel })

/** Key Vault and Log Analytics nest the telling code in `innererror`; ARM and Resource Graph have one level. */
function readErrorBody(response: PipelineResponse): { code: string | null; said: string; isGarbled: boolean } {
  let level: z.infer<typeof errorLevel> | undefined
  try {
    level = errorBody.parse(JSON.parse(response.bodyAsText ?? '')).error
  } catch {
    // A gateway's HTML page or an empty body: the status alone has to tell. Broken JSON had more to say.
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { code: null, said: '', isGarbled: isJson && Boolean(response.bodyAsText) }
  }
  const said = level.message ?? ''
  let code = level.code ?? null
  while (level) {
    code = level.code ?? code
    level = errorLevel.safeParse(level.innererror).data
  }
  return { code, said, isGarbled: false }
}

export function failureOfResponse(request: PipelineRequest, response: PipelineResponse): AzureFailure {
  const { code, said, isGarbled } = readErrorBody(response)
  return new AzureFailure(`${callOf(request)}: ${response.status} ${code ?? ''}`.trimEnd(), {
    kind: 'refused',
    status: response.status,
    code,
    said,
    isGarbled,
    retryAfterMs: retryAfterMs(response.headers),
  })
}

export function malformed(request: PipelineRequest, what: string): AzureFailure {
  return new AzureFailure(`${callOf(request)}: ${what}`, { kind: 'malformed-answer' })
}

export function timedOut(request: PipelineRequest, deadlineMs: number): AzureFailure {
  return new AzureFailure(`${callOf(request)}: no complete answer within ${deadlineMs} ms`, { kind: 'timed-out' })
}

const connectionCodes = /^(E[A-Z]+|ERR_(PROXY|TLS|SSL|SOCKET|STREAM)_.*|REQUEST_SEND_ERROR|HPE_.*)$/
const certificateCodes = /^(CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|ERR_TLS_)/

/** What a thrown error means for the call; null for an error that is no failure of the call but a fault of ours. */
export function failureOfError(request: PipelineRequest, error: unknown): AzureFailure | null {
  if (error instanceof AzureFailure) return error
  if (!(error instanceof Error)) return null
  if (error.name === 'AbortError') return new AzureFailure(`${callOf(request)}: aborted`, { kind: 'timed-out' })
  if (!isRestError(error)) return null
  const code = error.code ?? ''
  // The message is left out: the SDK repeats the body in it.
  if (code === 'PARSE_ERROR') return malformed(request, 'the body broke off')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA' || code === 'EAI_NONAME')
    return new AzureFailure(`${callOf(request)}: ${code}`, { kind: 'name-not-resolved', code })
  if (connectionCodes.test(code) || certificateCodes.test(code))
    return new AzureFailure(`${callOf(request)}: ${code}`, { kind: 'connection-failed', code })
  return null
}

export const isCertificateProblem = (failure: AzureFailure) => certificateCodes.test(failure.code ?? '')
