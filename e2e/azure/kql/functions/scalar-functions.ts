// Every scalar function that is played; a name that is not in here is refused.
import type { Build } from './call.ts'
import { choiceFunctions } from './choice-functions.ts'
import { conversionFunctions } from './conversion-functions.ts'
import { dynamicFunctions } from './dynamic-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { textFunctions } from './text-functions.ts'
import { timeFunctions } from './time-functions.ts'

export const scalarFunctions: ReadonlyMap<string, Build> = new Map(
  Object.entries({
    ...choiceFunctions,
    ...conversionFunctions,
    ...dynamicFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...timeFunctions,
  }),
)
