// Puts a stand-in together around an organization and the services that show it, and opens its port.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCertificateAuthority } from './certificate-authority.ts'
import { createClock } from './clock.ts'
import { createControl } from './control/control.ts'
import { createEntra } from './entra/entra.ts'
import { standInEnvironment } from './environment-file.ts'
import { createFaults, type Faults } from './faults/faults.ts'
import { createJournal } from './journal.ts'
import { keptText } from './kept-text.ts'
import { openListener } from './listener.ts'
import { createManagedIdentity } from './managed-identity.ts'
import type { Organization } from './organization/organization.ts'
import type { Azure, Service } from './imitated-service.ts'
import { createTokens } from './tokens.ts'

export type StandIn = {
  /** Of its own pages, e.g. http://127.0.0.1:7680. */
  origin: string
  /** For the process of an application that shall take it for Azure. */
  environment: Record<string, string>
  azure: Azure
  faults: Faults
  close(): Promise<void>
}

export type StandInOptions = {
  organization: Organization
  /** Besides Entra and the managed identity, which every stand-in has. */
  services: Service[]
  /** 0 takes any free port. */
  port?: number
  /** Of what faults draw by lot. */
  seed?: number
  /** Keeps keys and secrets over a restart; without it they last as long as the stand-in. */
  stateFolder?: string
}

/** Rejects with the listening error when the port is taken. */
export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  const { organization, services, port = 0, seed = 1, stateFolder } = options
  const kept = stateFolder ?? null
  if (kept !== null) mkdirSync(kept, { recursive: true })
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'stand-in-azure-'))
  const removeFolder = () => {
    if (kept === null) rmSync(folder, { recursive: true, force: true })
  }

  const authority = createCertificateAuthority({ folder: kept, now: new Date() })
  const tokens = await createTokens(organization.tenantId, kept)
  const identityHeader = keptText(kept, 'identity-header', randomUUID)
  const faults = createFaults({ seed })
  const clock = createClock()
  const journal = createJournal()
  let azure: Azure | undefined

  try {
    const listener = await openListener({
      port,
      authority,
      services: [createEntra(), createManagedIdentity(identityHeader), ...services],
      control: createControl(faults),
      faults,
      azure: (origin) => {
        azure = { clock, journal, tokens, organization, origin }
        return azure
      },
    })
    if (!azure) throw new Error('The listener opened without asking for its surroundings.')
    const trust = { certificate: authority.certificate, folder, alreadyTrusted: process.env.NODE_EXTRA_CA_CERTS }
    return {
      origin: listener.origin,
      environment: standInEnvironment(azure, identityHeader, trust),
      azure,
      faults,
      async close() {
        await listener.close()
        removeFolder()
      },
    }
  } catch (error) {
    removeFolder()
    throw error
  }
}
