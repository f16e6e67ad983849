// For tests that draw a part of a page by itself: links ask for the router of the browser, and nobody here follows one.
import { vi } from 'vitest'

vi.mock('next/navigation', async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }))
