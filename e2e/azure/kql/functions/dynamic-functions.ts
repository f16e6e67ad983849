// Functions on arrays and property bags.
import { identityOf, membersOf, toElement } from '../conversion.ts'
import { Unsupported } from '../refusal.ts'
import { dynamicText, isArray, isBag, type Value } from '../values.ts'
import { argument, type Build, type Call, type Catalogue, literalText, ofValues, textArgument } from './call.ts'

/** The arguments as they look inside a dynamic value. */
function elements(call: Call) {
  const read = call.args.map(({ evaluate, type }) => ({ evaluate, convert: toElement(type) }))
  return read.map(
    ({ evaluate, convert }): typeof evaluate =>
      (row, run) =>
        convert(evaluate(row, run)),
  )
}

const bagPack: Build = (call) => {
  const values = elements(call)
  const names = call.args.map((_, index) => (index % 2 === 0 ? textArgument(call, index) : null))
  return (row, run): Value => {
    const bag: Record<string, Value> = {}
    names.forEach((name, index) => {
      if (name) bag[name(row, run)] = values[index + 1]?.(row, run) ?? null
    })
    return bag
  }
}

const packArray: Build = (call) => {
  if (call.args.some((arg) => arg.node.kind === 'StarExpression')) throw new Unsupported('pack_array(*)', call.node)
  const values = elements(call)
  return (row, run): Value => values.map((value) => value(row, run))
}

const setHasElement: Build = (call) => {
  const [set] = call.args
  const sought = elements(call)[1]
  return (row, run) => {
    const members = set?.evaluate(row, run) ?? null
    const value = identityOf(sought?.(row, run) ?? null)
    return isArray(members) ? members.some((member) => identityOf(member) === value) : null
  }
}

const arrayIndexOf: Build = (call) => {
  const [array] = call.args
  const sought = elements(call)[1]
  if (call.args.length > 2) throw new Unsupported('array_index_of with a start', call.node)
  return (row, run) => {
    const members = array?.evaluate(row, run) ?? null
    const value = identityOf(sought?.(row, run) ?? null)
    return isArray(members) ? members.findIndex((member) => identityOf(member) === value) : null
  }
}

function setOperation(keep: (first: readonly Value[], others: ReadonlySet<unknown>) => Value[]): Build {
  return ofValues((first, ...others) => {
    const identities = new Set(others.flatMap((other) => membersOf(other)).map(identityOf))
    return unique(keep(membersOf(first ?? null), identities))
  })
}

function unique(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [identityOf(value), value])).values()]
}

const arrayStrcat: Build = (call) => {
  const array = argument(call, 0).evaluate
  const delimiter = textArgument(call, 1)
  return (row, run) => membersOf(array(row, run)).map(dynamicText).join(delimiter(row, run))
}

const bagHasKey: Build = (call) => {
  const bag = argument(call, 0).evaluate
  const name = literalText(call, 1)
  if (name.startsWith('$')) throw new Unsupported('bag_has_key with a path', call.node)
  return (row, run) => {
    const value = bag(row, run)
    return isBag(value) ? Object.hasOwn(value, name) : null
  }
}

function mergeBags(...bags: Value[]): Value {
  // The leftmost wins; only bags take part.
  return Object.assign({}, ...bags.filter(isBag).reverse())
}

export const dynamicFunctions: Catalogue = {
  bag_pack: bagPack,
  pack: bagPack,
  pack_dictionary: bagPack,
  pack_array: packArray,
  bag_keys: ofValues((bag) => (isBag(bag) ? Object.keys(bag) : null)),
  bag_has_key: bagHasKey,
  bag_merge: ofValues(mergeBags),
  array_length: ofValues((array) => (isArray(array) ? array.length : null)),
  array_concat: ofValues((...arrays) => arrays.flatMap((array) => [...membersOf(array)])),
  array_index_of: arrayIndexOf,
  strcat_array: arrayStrcat,
  set_has_element: setHasElement,
  set_union: ofValues((...sets) => unique(sets.flatMap((set) => [...membersOf(set)]))),
  set_difference: setOperation((first, others) => first.filter((value) => !others.has(identityOf(value)))),
  set_intersect: (call) => {
    if (call.args.length > 2) throw new Unsupported('set_intersect of more than two sets', call.node)
    return setOperation((first, others) => first.filter((value) => others.has(identityOf(value))))(call)
  },
}
