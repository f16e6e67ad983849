// Keys: what they encrypt, how big they are, and whether anything rotates them.
import type { KeyMaterial } from '../organization.ts'
import { dayMs, rhythmOf } from '../rhythm.ts'
import { fraction, type Seed, seedOf } from '../seeded-random.ts'
import { blockFor, type LifePlan } from './life.ts'
import { mishapOf } from './mishaps.ts'
import type { ObjectPlan } from './plan-objects.ts'

const purposes = [
  'data-key',
  'disk-cmk',
  'token-signing',
  'sql-tde',
  'storage-cmk',
  'backup-cmk',
  'envelope',
  'licence',
  'export-key',
  'audit-seal',
]

type Place = { seed: string; vault: string; word: string; canBePurged: boolean }

export function planKeys({ seed, vault, word, canBePurged }: Place, count: number): ObjectPlan[] {
  return Array.from({ length: count }, (_, number) => {
    const purpose = purposes[number % purposes.length] ?? 'key'
    const series = Math.floor(number / purposes.length)
    const name = `${word}-${purpose}${series === 0 ? '' : `-${series + 1}`}`
    const key = seedOf(seed, vault, 'key', name)
    const rotates = fraction(key, 1) < 0.45
    return {
      kind: 'key',
      name,
      managed: false,
      character: 'key',
      life: keyLife(key, rotates, canBePurged),
      policy: rotationPolicy(vault, name, rotates),
      material: materialOf(key, rotates),
    }
  })
}

function keyLife(key: Seed, rotates: boolean, canBePurged: boolean): LifePlan {
  const place = fraction(key, 2)
  const mishap = rotates ? null : mishapOf(key, 0.06, canBePurged)
  // Rotating keys follow their policy to the day; the others change when somebody remembers.
  const rhythm = rotates ? rhythmOf(key, 90, 0) : (mishap?.rhythm ?? rhythmOf(key, 380 + 320 * place, 30))
  const hasExpiry = rotates || place < 0.35
  return {
    seed: key,
    rhythm,
    block: mishap ? null : blockFor(rhythm),
    // A third of the keys with an expiry outlive it before somebody renews them.
    validityMs: !hasExpiry ? null : rotates ? 730 * dayMs : rhythm.periodMs + (place < 0.1 ? -45 : 30) * dayMs,
    hasStart: false,
    keepsOld: true,
    graceMs: 0,
    disabledAfterMs: place > 0.95 ? 40 * dayMs : null,
    extension: null,
    absence: mishap?.absence ?? null,
    contentType: null,
    tags: {},
  }
}

/** As on the wire. A key nobody configured answers with a default that only notifies. */
function rotationPolicy(vault: string, name: string, rotates: boolean): Record<string, unknown> {
  const notify = { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }
  const id = `https://${vault}.vault.azure.net/keys/${name}/rotationpolicy`
  if (!rotates) return { id, lifetimeActions: [notify], attributes: {} }
  return {
    id,
    lifetimeActions: [{ trigger: { timeAfterCreate: 'P90D' }, action: { type: 'Rotate' } }, notify],
    attributes: { expiryTime: 'P2Y', created: 1_577_870_400, updated: 1_577_870_400 },
  }
}

function materialOf(key: Seed, rotates: boolean): KeyMaterial {
  const place = fraction(key, 3)
  // Azure itself makes none below 2048: these were brought along from a machine in the cellar, and nothing replaces them.
  if (place < 0.09 && !rotates) return { kty: 'RSA', keySize: 1024 }
  if (place < 0.6) return { kty: 'RSA', keySize: 2048 }
  if (place < 0.75) return { kty: 'RSA', keySize: 4096 }
  if (place < 0.85) return { kty: 'RSA-HSM', keySize: 3072 }
  return { kty: 'EC', crv: place < 0.97 ? 'P-256' : 'P-256K' }
}
