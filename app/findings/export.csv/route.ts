import { exportFindingsFile } from '../export-findings-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportFindingsFile(request, 'csv')
}
