// parse_url() and parse_urlquery(): the parts of an address, by the names Kusto gives them.
import type { Bag, Value } from '../values.ts'

const form = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^/?#@]*)@)?([^/?#:]*)(?::(\d+))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is

export function parseUrl(text: string): Value {
  const [, scheme = '', user = '', host = '', port = '', path = '', query = '', fragment = ''] = form.exec(text) ?? []
  const [name = '', password = ''] = user.split(':')
  return {
    Scheme: scheme,
    Host: host,
    Port: port,
    Path: path,
    Username: name,
    Password: password,
    'Query Parameters': queryBag(query),
    Fragment: fragment,
  }
}

export function parseUrlQuery(text: string): Value {
  return { 'Query Parameters': queryBag(text.replace(/^[^?]*\?/, '')) }
}

function queryBag(query: string): Bag {
  const bag: Record<string, Value> = {}
  for (const pair of query.split('&')) {
    const [name = '', ...value] = pair.split('=')
    if (name) bag[name] = value.join('=')
  }
  return bag
}
