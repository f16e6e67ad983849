// So many transactions in any ten seconds, for each vault and for the vaults of a subscription. Refused calls do not count.

/** What one call takes of a budget. */
export type Claim = { budget: string; limit: number; weight: number }

export type Throttle = {
  /** False when one of the budgets has not enough left; then none is touched. `now` in milliseconds. */
  admits(claims: readonly Claim[], now: number): boolean
}

export function createThrottle({ windowMs }: { windowMs: number }): Throttle {
  type Budget = { calls: { at: number; weight: number }[]; spent: number }
  const budgets = new Map<string, Budget>()

  const budgetAt = (name: string, now: number): Budget => {
    const budget = budgets.get(name) ?? { calls: [], spent: 0 }
    budgets.set(name, budget)
    const firstThatCounts = budget.calls.findIndex(({ at }) => at > now - windowMs)
    const past = budget.calls.splice(0, firstThatCounts === -1 ? budget.calls.length : firstThatCounts)
    for (const { weight } of past) budget.spent -= weight
    return budget
  }

  return {
    admits(claims, now) {
      const limited = claims.filter(({ limit }) => Number.isFinite(limit))
      if (limited.some(({ budget, limit, weight }) => budgetAt(budget, now).spent + weight > limit)) return false
      for (const { budget: name, weight } of limited) {
        const budget = budgetAt(name, now)
        budget.calls.push({ at: now, weight })
        budget.spent += weight
      }
      return true
    },
  }
}
