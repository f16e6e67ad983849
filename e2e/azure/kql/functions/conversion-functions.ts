// to…(): null when the value cannot be read as one.
import { convert, toDynamic } from '../conversion.ts'
import type { ColumnType } from '../schema.ts'
import { argument, type Build, type Catalogue, textArgument } from './call.ts'

function to(type: ColumnType): Build {
  return (call) => {
    const { evaluate, type: from, node } = argument(call, 0)
    const read = convert(from, type, node)
    return (row, run) => read(evaluate(row, run))
  }
}

const text: Build = (call) => textArgument(call, 0)

const dynamic: Build = (call) => {
  const { evaluate, type } = argument(call, 0)
  const read = toDynamic(type)
  return (row, run) => read(evaluate(row, run))
}

const guidForm = /^\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i

const guid: Build = (call) => {
  const read = textArgument(call, 0)
  return (row, run) => {
    const digits = guidForm.exec(read(row, run).trim())?.[1]?.replaceAll('-', '').toLowerCase()
    return digits ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
  }
}

export const conversionFunctions: Catalogue = {
  tostring: text,
  toint: to('int'),
  tolong: to('long'),
  toreal: to('real'),
  todouble: to('real'),
  tobool: to('bool'),
  toboolean: to('bool'),
  todatetime: to('datetime'),
  totimespan: to('timespan'),
  todynamic: dynamic,
  parse_json: dynamic,
  parsejson: dynamic,
  toobject: dynamic,
  toguid: guid,
  int: to('int'),
  long: to('long'),
  real: to('real'),
  double: to('real'),
  bool: to('bool'),
}
