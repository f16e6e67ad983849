import { exportAuditFile } from '../export-audit-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportAuditFile(request, 'csv')
}
