import { createHttpHeaders, type PipelinePolicy } from '@azure/core-rest-pipeline'

/**
 * Log Analytics answers 204 for a workspace that holds no data, which the SDK takes for an error it cannot read. Here it
 * becomes the table without rows that it means.
 * https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format
 */
export const emptyWorkspacePolicy: PipelinePolicy = {
  name: 'emptyWorkspacePolicy',
  async sendRequest(request, next) {
    const response = await next(request)
    if (response.status !== 204) return response
    return {
      ...response,
      status: 200,
      headers: createHttpHeaders({ 'content-type': 'application/json' }),
      bodyAsText: JSON.stringify({ tables: [{ name: 'PrimaryResult', columns: [], rows: [] }] }),
    }
  },
}
