import type { PipelinePolicy } from '@azure/core-rest-pipeline'

/** Every try waits for its turn, the first as well as those that repeat it: the service counts them all. */
export function pacedPolicy(key: string, inTurn: (key: string) => Promise<void>): PipelinePolicy {
  return {
    name: 'pacedPolicy',
    async sendRequest(request, next) {
      await inTurn(key)
      return next(request)
    },
  }
}
