import { createEmptyPipeline, createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { expect, test } from 'vitest'
import { pacedPolicy } from './paced-policy.ts'

test('every try waits for its turn, the repeated ones too', async () => {
  const turns: string[] = []
  const pipeline = createEmptyPipeline()
  pipeline.addPolicy(
    {
      name: 'twice',
      sendRequest: async (request, next) => {
        await next(request)
        return next(request)
      },
    },
    { phase: 'Retry' },
  )
  pipeline.addPolicy(
    pacedPolicy('logs', async (key) => {
      turns.push(key)
    }),
    { phase: 'Sign' },
  )
  let sent = 0
  const httpClient = {
    sendRequest: async (request: ReturnType<typeof createPipelineRequest>) => {
      expect(turns).toHaveLength(++sent)
      return { request, status: 200, headers: createHttpHeaders() }
    },
  }
  await pipeline.sendRequest(httpClient, createPipelineRequest({ url: 'https://api.loganalytics.io/v1' }))
  expect(turns).toEqual(['logs', 'logs'])
})
