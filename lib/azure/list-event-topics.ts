// Which vaults tell Event Grid what happens in them?
import { z } from 'zod'
import type { Observed } from '#lib/domain/observed.ts'
import type { EventTopic } from '#lib/domain/role-assignment.ts'
import type { Vault } from '#lib/domain/vault.ts'
import type { Azure } from './azure.ts'
import { eventTopicsQuery } from './queries.ts'
import { describeUnread } from './unread-reason.ts'
import { observeRows } from './wire/observe-rows.ts'

const topicSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  source: z
    .string()
    .min(1)
    .transform((id) => id.toLowerCase()),
})

/** The system topics of every vault in scope, to be asked vault by vault. Never throws for Azure's sake. */
export async function listEventTopics(azure: Azure): Promise<Observed<(vault: Vault) => EventTopic[]>> {
  const topics = await observeRows(azure, eventTopicsQuery, topicSchema, 'the list of event topics')
  if (topics.status === 'not') return topics

  const ofVault = Map.groupBy(topics.value, ({ source }) => source)
  const value = ({ resourceId }: Vault) =>
    (ofVault.get(resourceId) ?? []).map(({ id, name }) => ({ id: id.toLowerCase(), name }))
  return { ...topics, value }
}

/**
 * The topics of one vault. Where its subscription (ids in lower case) cannot be seen, none is no answer: to Resource Graph no
 * rights look like no topics, and a vault can be seen by a role on itself.
 */
export function eventTopicsOf(
  topics: Observed<(vault: Vault) => EventTopic[]>,
  vault: Vault,
  seenSubscriptionIds: ReadonlySet<string>,
): Observed<EventTopic[]> {
  if (topics.status === 'not') return topics
  const value = topics.value(vault)
  if (value.length > 0 || seenSubscriptionIds.has(vault.subscriptionId)) return { ...topics, value }
  const evidence = 'this identity cannot see its subscription; it needs the role Reader'
  return { status: 'not', reason: describeUnread('forbidden', `the event topics of vault ${vault.name}`, evidence) }
}
