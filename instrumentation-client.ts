// Before anything else runs in the browser. The bundler loads a page's chunks by writing their address into a script element,
// which trusted types refuse to plain text: without this, no link would work. Our own chunks may be loaded, and nothing else.

export {}

type PolicyFactory = { createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown }

declare global {
  interface Window {
    /** Not in every browser; those without it do not enforce it either. */
    trustedTypes?: PolicyFactory
  }
}

const chunks = new URL('/_next/static/', window.location.origin).href

// The policy called default is the one that a browser asks when it is given plain text.
window.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, window.location.origin).href.startsWith(chunks) ? url : null),
})
