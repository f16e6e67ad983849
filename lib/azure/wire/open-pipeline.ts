import type { TokenCredential } from '@azure/core-auth'
import {
  type Agent,
  bearerTokenAuthenticationPolicy,
  createPipelineFromOptions,
  type Pipeline,
  proxyPolicyName,
  redirectPolicyName,
} from '@azure/core-rest-pipeline'
import { carefulPolicy, type Meter } from '../careful-policy.ts'
import type { InTurn } from './in-turn.ts'
import { metadataOnlyPolicy } from './metadata-only-policy.ts'
import type { RetrySettings } from './retry-plan.ts'

export type PipelineParts = {
  agent: Agent
  credential: TokenCredential
  scope: string
  /** Tenant to sign in to; without it the credential's own. */
  tenantId?: string
  isHost: (host: string) => boolean
  /** What may be asked; see metadataOnlyPolicy. */
  allowed: readonly string[]
  retry: RetrySettings
  meter: Meter
  /** Shared by pipelines that share a limit. */
  inTurn: InTurn
}

/**
 * The SDK's pipeline with our retries in the place of its own, each try signed anew. Claims challenges (continuous
 * access evaluation) are answered by the SDK's bearer policy. Redirects are not followed and the proxy comes from the
 * agent alone.
 */
export function openPipeline(parts: PipelineParts): Pipeline {
  const pipeline = createPipelineFromOptions({ agent: parts.agent, userAgentOptions: { userAgentPrefix: 'kempt' } })
  pipeline.removePolicy({ name: proxyPolicyName })
  pipeline.removePolicy({ name: redirectPolicyName })
  pipeline.removePolicy({ phase: 'Retry' })
  pipeline.addPolicy(metadataOnlyPolicy(parts.isHost, parts.allowed), { phase: 'Serialize' })
  pipeline.addPolicy(carefulPolicy(parts.retry, parts.meter, parts.inTurn), { phase: 'Retry' })
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({ credential: ofTenant(parts.credential, parts.tenantId), scopes: parts.scope }),
    { phase: 'Sign' },
  )
  return pipeline
}

/** The bearer policy has no tenant of its own to pass on, least of all when it answers a claims challenge. */
function ofTenant(credential: TokenCredential, tenantId: string | undefined): TokenCredential {
  if (tenantId === undefined) return credential
  return { getToken: (scopes, options) => credential.getToken(scopes, { ...options, tenantId }) }
}
