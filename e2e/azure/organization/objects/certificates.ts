// Certificates, each with the secret and the key that Key Vault manages for it.
import { domain } from '../company/teams.ts'
import { dayMs, rhythmOf } from '../rhythm.ts'
import { fraction, type Seed, seedOf } from '../seeded-random.ts'
import { blockFor, type LifePlan } from './life.ts'
import { mishapOf } from './mishaps.ts'
import type { ObjectPlan } from './plan-objects.ts'

const purposes = ['tls', 'client-auth', 'signing', 'edi-as2', 'saml', 'gateway-tls', 'mtls', 'code-signing']

export function planCertificates(
  { seed, vault, word, canBePurged }: { seed: string; vault: string; word: string; canBePurged: boolean },
  count: number,
): ObjectPlan[] {
  return Array.from({ length: count }, (_, number) => {
    const purpose = purposes[number % purposes.length] ?? 'tls'
    const series = Math.floor(number / purposes.length)
    const name = `${word}-${purpose}${series === 0 ? '' : `-${series + 1}`}`
    return certificate(vault, name, seedOf(seed, vault, 'certificate', name), canBePurged)
  }).flat()
}

type Renewal = { months: number; renews: boolean; everyDays: number; validDays: number }

/** Renewed by itself well before, by hand just in time, or by hand too late. */
function renewalOf(place: number): Renewal {
  if (place < 0.5) return { months: 12, renews: true, everyDays: 292, validDays: 365 }
  if (place < 0.65) return { months: 3, renews: true, everyDays: 60, validDays: 90 }
  if (place < 0.82) return { months: 12, renews: false, everyDays: 352, validDays: 365 }
  if (place < 0.92) return { months: 12, renews: false, everyDays: 400, validDays: 365 }
  return { months: 24, renews: false, everyDays: 700, validDays: 730 }
}

function certificate(vault: string, name: string, seed: Seed, canBePurged: boolean): ObjectPlan[] {
  const renewal = renewalOf(fraction(seed, 1))
  const isPem = fraction(seed, 2) < 0.2
  const contentType = isPem ? 'application/x-pem-file' : 'application/x-pkcs12'
  const mishap = mishapOf(seed, 0.06, canBePurged)
  const rhythm = mishap?.rhythm ?? rhythmOf(seed, renewal.everyDays, 4)
  const life: LifePlan = {
    seed,
    rhythm,
    block: mishap ? null : blockFor(rhythm),
    validityMs: renewal.validDays * dayMs,
    hasStart: true,
    keepsOld: true,
    graceMs: 0,
    disabledAfterMs: null,
    extension: null,
    absence: mishap?.absence ?? null,
    contentType: null,
    tags: {},
  }
  const managed = { name, managed: true, character: 'certificate' as const, policy: null }
  // No public authority signs 1024 bits any more; the house's own, whose certificates are imported by hand, still does.
  const keySize = !renewal.renews && fraction(seed, 3) < 0.12 ? 1024 : 2048
  return [
    {
      ...managed,
      kind: 'certificate',
      managed: false,
      life,
      policy: certificatePolicy(vault, name, { renewal, contentType, keySize }),
    },
    { ...managed, kind: 'secret', life: { ...life, contentType } },
    { ...managed, kind: 'key', life, material: { kty: 'RSA', keySize } },
  ]
}

/** As on the wire. */
function certificatePolicy(
  vault: string,
  name: string,
  { renewal, contentType, keySize }: { renewal: Renewal; contentType: string; keySize: number },
): Record<string, unknown> {
  return {
    id: `https://${vault}.vault.azure.net/certificates/${name}/policy`,
    key_props: { exportable: true, kty: 'RSA', key_size: keySize, reuse_key: false },
    secret_props: { contentType },
    x509_props: {
      subject: `CN=${name}.${domain}`,
      sans: { dns_names: [`${name}.${domain}`] },
      ekus: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
      key_usage: ['digitalSignature', 'keyEncipherment'],
      validity_months: renewal.months,
      basic_constraints: { ca: false },
    },
    lifetime_actions: [
      {
        trigger: renewal.renews ? { lifetime_percentage: 80 } : { days_before_expiry: 30 },
        action: { action_type: renewal.renews ? 'AutoRenew' : 'EmailContacts' },
      },
    ],
    issuer: { name: renewal.renews ? 'DigiCert' : 'Unknown', ...(renewal.renews ? { cert_type: 'OV-SSL' } : {}) },
    attributes: { enabled: true, created: 1_577_870_400, updated: 1_577_870_400 },
  }
}
