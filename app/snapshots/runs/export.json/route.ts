import { exportRunsFile } from '../export-runs-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportRunsFile(request, 'json')
}
