// What an unmodified application needs in its environment to take the stand-in for Azure. Nothing else about it changes.
import { join } from 'node:path'
import { openIdConfiguration } from './entra/metadata.ts'
import { readIfThere, writeWhole } from './kept-text.ts'
import type { Azure } from './imitated-service.ts'

export type Trust = {
  /** PEM of the stand-in's certificate authority. */
  certificate: string
  /** Where the bundle may be written. */
  folder: string
  /** What the environment trusts already (its NODE_EXTRA_CA_CERTS), if anything. */
  alreadyTrusted: string | undefined
}

export function standInEnvironment(azure: Azure, identityHeader: string, trust: Trust): Record<string, string> {
  const { organization, origin } = azure
  return {
    HTTPS_PROXY: origin,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: writeBundle(trust),
    IDENTITY_ENDPOINT: `${origin}/msi/token`,
    IDENTITY_HEADER: identityHeader,
    AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential',
    ENTRA_TENANT_ID: organization.tenantId,
    ENTRA_CLIENT_ID: organization.kempt.clientId,
    ENTRA_CLIENT_SECRET: organization.kempt.clientSecret,
    KEMPT_ENTRA_AUTHORITY_METADATA: JSON.stringify(openIdConfiguration(organization.tenantId, origin)),
    KEMPT_DEMO: '1',
  }
}

/** Ours alone would take away what the machine needs for its other connections, so it goes behind what is there. */
function writeBundle({ certificate, folder, alreadyTrusted }: Trust): string {
  // A file that is named but missing was trusted by nobody: Node itself only warns about it.
  const existing = alreadyTrusted ? readIfThere(alreadyTrusted) : null
  const file = join(folder, 'trusted-certificates.pem')
  // Started from a shell that already uses this bundle, it must not grow with every start.
  const others = (existing ?? '').replaceAll(certificate, '').trimEnd()
  writeWhole(file, others ? `${others}\n${certificate}` : certificate)
  return file
}

/** KEY=value lines, as `node --env-file` and `util.parseEnv` read them. Whoever waits for the file never sees half of it. */
export function writeEnvironmentFile(file: string, environment: Record<string, string>): void {
  const lines = Object.entries(environment).map(([key, value]) => `${key}=${value}\n`)
  writeWhole(file, lines.join(''))
}
