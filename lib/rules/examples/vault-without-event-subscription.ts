import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import type { Example } from './example.ts'

const topics = (...names: string[]) => ({ eventTopics: read(names.map((name) => ({ id: `/s/${name}`, name }))) })

export const examples: readonly Example[] = [
  {
    says: 'a system topic is where its events go',
    given: topics('kv-shop-events'),
    verdict: 'pass',
    because: 'Its events go to kv-shop-events.',
  },
  {
    says: 'several are named in the same order every day',
    given: topics('two', 'one', 'two'),
    verdict: 'pass',
    because: 'Its events go to one, two.',
  },
  {
    says: 'without any nobody hears of an expiry',
    given: topics(),
    verdict: 'fail',
    because: 'Has no Event Grid system topic.',
  },
  {
    says: 'topics that could not be listed may exist',
    given: { eventTopics: notRead('forbidden', 'AuthorizationFailed') },
    verdict: 'unknown',
    because: 'The Event Grid topics were not read: Azure refused without saying why.',
  },
  {
    says: 'a list that broke off proves neither',
    given: { eventTopics: partlyRead([], 'items', { code: 'server-error', detail: '500 on page 2' }) },
    verdict: 'unknown',
  },
]
