// The tests' and the demo's own door: the clock, the faults, the journal, amendments, and what is really there.
import type { Faults } from '../faults/faults.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from '../imitated-service.ts'
import { ControlError } from './control-error.ts'
import { readAmendment } from './read-amendment.ts'
import { readFaultRule } from './read-fault-rule.ts'

const prefix = '/_emulator/'

type Door = (request: AzureRequest, azure: Azure) => AzureResponse

export function createControl(faults: Faults): Service {
  const doors: Record<string, Door> = {
    'GET health': (_request, azure) =>
      ok({ status: 'ready', now: azure.clock.now(), tenantId: azure.organization.tenantId, origin: azure.origin }),

    'GET clock': (_request, azure) => ok({ now: azure.clock.now() }),
    'POST clock': ({ body }, { clock }) => {
      setClock(clock, parse(body))
      return ok({ now: clock.now() })
    },

    'GET faults': () => ok(faults.list()),
    'POST faults': ({ body }) => {
      const rules = [parse(body)].flat().map(readFaultRule)
      for (const rule of rules) faults.add(rule)
      return { status: 201, body: faults.list() }
    },
    'DELETE faults': ({ url }) => {
      const id = url.searchParams.get('id')
      if (id === null) faults.clear()
      else faults.remove(id)
      return ok(faults.list())
    },

    'GET journal': ({ url }, { journal }) =>
      ok({
        counts: journal.counts(),
        violations: journal.violations(),
        ...(url.searchParams.has('full') && { entries: journal.entries() }),
      }),
    'DELETE journal': (_request, { journal }) => {
      journal.clear()
      return { status: 204 }
    },

    'POST amendments': ({ body }, { organization }) => {
      const amendments = [parse(body)].flat().map(readAmendment)
      for (const amendment of amendments) organization.amend(amendment)
      return { status: 201, body: { amended: amendments.length } }
    },

    'GET estate': ({ url }, azure) => ok(azure.organization.estateAt(at(url, azure))),
    'GET objects': ({ url }, azure) => {
      const vault = url.searchParams.get('vault') ?? ''
      const instant = at(url, azure)
      const { vaults } = azure.organization.estateAt(instant)
      if (!vaults.some(({ name }) => name === vault)) {
        throw new ControlError(
          `No vault ${vault} at ${instant.toISOString()}. Say ?vault=NAME, and &at=INSTANT for another time.`,
        )
      }
      return ok(azure.organization.objectsAt(vault, instant))
    },
  }

  return {
    name: 'control',
    answersFor: (host, path) => (host === '127.0.0.1' || host === 'localhost') && path.startsWith(prefix),
    answer(request, azure) {
      // A web page the demo's user happens to visit must not steer it.
      const from = request.headers.origin
      if (from !== undefined && from !== azure.origin)
        return { status: 403, body: { error: 'Not from another origin.' } }
      const name = `${request.method} ${request.url.pathname.slice(prefix.length)}`
      const door = doors[name]
      if (!door) return { status: 404, body: { error: `No ${name} here.`, doors: Object.keys(doors) } }
      try {
        return door(request, azure)
      } catch (error) {
        if (error instanceof ControlError) return { status: 400, body: { error: error.message } }
        throw error
      }
    },
  }
}

const ok = (body: unknown): AzureResponse => ({ status: 200, body })

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new ControlError('The body is not JSON.')
  }
}

function setClock(clock: Azure['clock'], wish: unknown): void {
  const { now, advanceMs, release } = Object(wish)
  if (typeof now === 'string') clock.set(instant(now))
  else if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) clock.advance(advanceMs)
  else if (release === true) clock.release()
  else throw new ControlError('Say {"now": ISO instant}, {"advanceMs": number} or {"release": true}.')
}

/** The instant asked about; the stand-in's own when none is named. */
function at(url: URL, { clock }: Azure): Date {
  const text = url.searchParams.get('at')
  return text === null ? clock.now() : instant(text)
}

function instant(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new ControlError(`${text} is not an instant.`)
  return date
}
