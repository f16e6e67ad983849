// What takes one call per object: versions, how it renews itself, what key it has. Asked for where it is due, remembered elsewhere.
import type { Azure } from '#lib/azure/azure.ts'
import type { Evidence } from '#lib/domain/evidence.ts'
import type { KeyMaterial, Renewal } from '#lib/domain/object-detail.ts'
import { type Observed, type Part, read } from '#lib/domain/observed.ts'
import type { Vault } from '#lib/domain/vault.ts'
import { objectKey, type ObjectVersion, type VaultObject } from '#lib/domain/vault-object.ts'
import { recalledAbout } from '../memory/recalled-about.ts'
import type { Recalled } from '../memory/recall-vault.ts'
import { type Answer, askDetails, noNews } from './ask-details.ts'
import { detailCoverage } from './detail-coverage.ts'
import { dueDetails, type Occasion } from './due-details.ts'

type Lists = Pick<Evidence, 'secrets' | 'keys' | 'certificates'>

/** What was read in this run and is to be remembered, by `objectKey`. */
export type DetailsRead = {
  versions: ReadonlyMap<string, readonly ObjectVersion[]>
  renewals: ReadonlyMap<string, Renewal>
  keyMaterial: ReadonlyMap<string, KeyMaterial>
}

export type ObservedDetails = {
  /** By object, each read or with its own reason. Managed objects are left out: they follow their certificate. */
  evidence: Pick<Evidence, 'versions' | 'renewals' | 'keyMaterial'>
  readNow: DetailsRead
  coverage: Readonly<Record<'versions' | 'renewals' | 'key-material', Observed<unknown>>>
}

type Answers = {
  versions: Answer<readonly ObjectVersion[]>
  renewal?: Answer<Renewal>
  keyMaterial?: Answer<KeyMaterial>
}

/** Details of every object in the lists. Never throws for Azure's sake: a call that failed is its object's reason. */
export async function observeDetails(
  azure: Azure,
  vault: Vault,
  lists: Lists,
  recalled: Recalled,
  occasion: Occasion,
): Promise<ObservedDetails> {
  const ask = askDetails(azure, vault)
  const about = recalledAbout(recalled)
  const isLost = (part: Part) => recalled.observations.some((line) => line.part === part && line.status !== 'read')

  async function observe(object: VaultObject, list: Observed<unknown>): Promise<Answers> {
    const known = about(object)
    const turn = `${vault.resourceId}/${objectKey(object)}`
    const due = dueDetails(object, known, { turn, occasion, isLost })
    // A list from the control plane: the data plane refused it, and would refuse everything about its objects as well.
    const isShut = list.status === 'partly' && list.missing === 'fields'
    const refused = isShut ? noNews<never>({ status: 'not', reason: list.reason }) : null
    if (object.kind === 'secret') return { versions: refused ?? (await ask.versions(object, known, due.versions)) }
    if (object.kind === 'certificate') {
      const [versions, policy] = await Promise.all([
        ask.versions(object, known, due.versions),
        ask.policy(object, known, due.renewal),
      ])
      return { versions, ...policy }
    }
    const [versions, renewal, keyMaterial] = await Promise.all([
      refused ?? ask.versions(object, known, due.versions),
      refused ?? ask.rotation(object, known, due.renewal),
      ask.material(object, known, due.keyMaterial),
    ])
    return { versions, renewal, keyMaterial }
  }

  const { secrets, keys, certificates } = lists
  const found = await Promise.all(
    [secrets, keys, certificates].flatMap((list) =>
      (list.status === 'not' ? [] : list.value)
        .filter(({ managed }) => !managed)
        .map(async (object) => ({ key: objectKey(object), ...(await observe(object, list)) })),
    ),
  )
  const versions = gather(found, (answers) => answers.versions)
  const renewals = gather(found, (answers) => answers.renewal)
  const keyMaterial = gather(found, (answers) => answers.keyMaterial)
  return {
    evidence: {
      versions: read(versions.observed),
      renewals: read(renewals.observed),
      keyMaterial: read(keyMaterial.observed),
    },
    readNow: { versions: versions.news, renewals: renewals.news, keyMaterial: keyMaterial.news },
    coverage: {
      versions: detailCoverage([secrets, keys, certificates], versions.observed.values()),
      renewals: detailCoverage([keys, certificates], renewals.observed.values()),
      'key-material': detailCoverage([keys, certificates], keyMaterial.observed.values()),
    },
  }
}

/** One detail of all objects, in the order of the lists whichever call came back first. */
function gather<T>(
  found: readonly ({ key: string } & Answers)[],
  answerOf: (answers: Answers) => Answer<T> | undefined,
): { observed: ReadonlyMap<string, Observed<T>>; news: ReadonlyMap<string, T> } {
  const observed = new Map<string, Observed<T>>()
  const news = new Map<string, T>()
  for (const { key, ...answers } of found) {
    const answer = answerOf(answers)
    if (answer) observed.set(key, answer.observed)
    if (answer && answer.news !== null) news.set(key, answer.news)
  }
  return { observed, news }
}
