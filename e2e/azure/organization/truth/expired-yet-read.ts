import type { Organization } from '../organization.ts'
import { truthAt } from '../truth.ts'

/** The secrets that are expired at `to` and were read with success after they had expired, within `[from, to)`. */
export function expiredYetRead(organization: Organization, from: Date, to: Date): string[] {
  const expired = new Set(truthAt(organization, to)['secret-expired'])
  const read = new Set<string>()
  const expiryOf = (vault: string, name: string) =>
    organization
      .objectsAt(vault, to)
      .find((object) => object.kind === 'secret' && object.name === name)
      ?.versions.at(-1)?.expiresAt ?? to
  for (const workspace of organization.estateAt(to).workspaces) {
    for (const access of organization.accesses(workspace.customerId, from, to)) {
      const { vault, operation, object, httpStatus, at } = access
      if (operation !== 'SecretGet' || httpStatus !== 200 || !object) continue
      const subject = `${vault.name}/secret/${object.name}`
      if (expired.has(subject) && at >= expiryOf(vault.name, object.name)) read.add(subject)
    }
  }
  return [...read].sort()
}
