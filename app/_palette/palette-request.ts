// How a button anywhere on a page asks for the palette: what holds the dialog stands elsewhere, and may not be there yet.

const name = 'kempt-palette'

export const requestPalette = () => {
  dispatchEvent(new Event(name))
}

/** Calls back for every request, until what it returns is called. */
export function onPaletteRequest(listener: () => void): () => void {
  addEventListener(name, listener)
  return () => removeEventListener(name, listener)
}
