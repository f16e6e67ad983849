import { exportFlowFile } from '../export-flow-file.ts'

export function GET(request: Request): Promise<Response> {
  return exportFlowFile(request, 'json')
}
