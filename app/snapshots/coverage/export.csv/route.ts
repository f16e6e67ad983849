import { exportCoverageFile } from '../export-coverage-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportCoverageFile(request, 'csv')
}
