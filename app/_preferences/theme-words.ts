import type { Theme } from './display.ts'

export const themeWords: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }
