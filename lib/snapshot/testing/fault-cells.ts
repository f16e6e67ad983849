// Which fault befalls which call in which run: several at a time, as long as they do not hide each other.
import type { StandIn } from '#e2e/azure/open-stand-in.ts'
import type { Operation } from './azure-operations.ts'
import type { Act } from './fault-acts.ts'

export type Cell = {
  operation: Operation
  act: Act
  /** The vault it befalls; null for what is asked once for all. */
  vault: string | null
}

/** What is still to be tried, and in which vaults it can be. */
export type Waiting = {
  operation: Operation
  act: Act
  vaults: readonly (string | null)[]
  /** Came to nothing among others: is tried again by itself. */
  alone: boolean
}

export const nameOf = ({ operation, act, vault }: Cell) =>
  `${act.name} at ${operation.name}${vault === null ? '' : ` of ${vault}`}`

/**
 * Takes as many as one run holds out of `waiting`: at most `perVault` in one vault, for different reasons, so that each can be
 * told by its own. The rarest first.
 */
export function takeCells(waiting: Waiting[], perVault: number): Cell[] {
  const taken = new Map<string | null, Cell[]>()
  const closed = new Set<string | null>()
  const left: Waiting[] = []
  for (const next of waiting.splice(0).sort((a, b) => a.vaults.length - b.vaults.length)) {
    const { operation, act, alone } = next
    const vault = next.vaults
      .filter((vault) => !closed.has(vault))
      .sort((a, b) => (taken.get(a)?.length ?? 0) - (taken.get(b)?.length ?? 0))
      .find((vault) => {
        const there = taken.get(vault) ?? []
        if (alone) return there.length === 0
        const isTold = there.every((cell) => cell.act.code !== act.code && cell.operation !== operation)
        return there.length < perVault && isTold
      })
    if (vault === undefined) left.push(next)
    else {
      taken.set(vault, [...(taken.get(vault) ?? []), { operation, act, vault }])
      if (alone) closed.add(vault)
    }
  }
  waiting.push(...left)
  return [...taken.values()].flat()
}

export function addFaults({ faults }: Pick<StandIn, 'faults'>, cells: readonly Cell[]): void {
  for (const cell of cells) {
    const { operation, act, vault } = cell
    faults.add({ id: nameOf(cell), match: operation.match(vault ?? undefined), act: act.act })
  }
}
