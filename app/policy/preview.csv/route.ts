import { exportPreviewFile } from '../export-preview-file.ts'

export const GET = (request: Request) => exportPreviewFile(request, 'csv')
