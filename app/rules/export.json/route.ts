import { exportRulesFile } from '../export-rules-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportRulesFile(request, 'json')
}
