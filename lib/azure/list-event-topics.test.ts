import { expect, test } from 'vitest'
import { eventTopicsOf, listEventTopics } from './list-event-topics.ts'
import { scriptedAzure, vault } from './testing/scripted-azure.ts'
import { rows } from './testing/scripted-estate.ts'

const topic = (name: string, source = vault.resourceId) => ({
  id: `/subscriptions/S/resourceGroups/RG/providers/Microsoft.EventGrid/systemTopics/${name}`,
  name,
  source,
})
const list = (...topics: unknown[]) => listEventTopics(scriptedAzure(() => rows(topics)).azure)

test('a vault has the topics whose source it is, in whatever case', async () => {
  const topics = await list(topic('Evgt-B'), topic('evgt-a', vault.resourceId.toUpperCase()), topic('other', '/other'))
  expect(topics.status === 'read' && topics.value(vault)).toEqual([
    { id: '/subscriptions/s/resourcegroups/rg/providers/microsoft.eventgrid/systemtopics/evgt-b', name: 'Evgt-B' },
    { id: '/subscriptions/s/resourcegroups/rg/providers/microsoft.eventgrid/systemtopics/evgt-a', name: 'evgt-a' },
  ])
})

test('no topics is an answer', async () => {
  const topics = await list()
  expect(topics.status === 'read' && topics.value(vault)).toEqual([])
})

test('a topic that cannot be understood is missing, not left out', async () => {
  const topics = await list(topic('evgt-a'), { ...topic('evgt-b'), source: null })
  expect(topics).toMatchObject({ status: 'partly', missing: 'items', reason: { code: 'malformed-answer' } })
  expect(topics.status === 'partly' && topics.value(vault)).toMatchObject([{ name: 'evgt-a' }])
})

test('a listing that fails is a part that was not read, not an estate that was not', async () => {
  const { azure } = scriptedAzure(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed' } } }))
  expect(await listEventTopics(azure)).toMatchObject({
    status: 'not',
    reason: { code: 'forbidden', detail: expect.stringContaining('the list of event topics') },
  })
})

test('no topics of a vault whose subscription cannot be seen is no answer, and one that is seen is', async () => {
  const nothingSeen = new Set<string>()
  expect(eventTopicsOf(await list(), vault, nothingSeen)).toMatchObject({
    status: 'not',
    reason: { code: 'forbidden', detail: expect.stringContaining('it needs the role Reader') },
  })
  expect(eventTopicsOf(await list(), vault, new Set([vault.subscriptionId]))).toEqual({ status: 'read', value: [] })
  expect(eventTopicsOf(await list(topic('evgt-a')), vault, nothingSeen)).toMatchObject({
    status: 'read',
    value: [{ name: 'evgt-a' }],
  })
})
