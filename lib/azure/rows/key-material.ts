// What a key is made of, as Azure names it: JsonWebKeyType and JsonWebKeyCurveName.
import type { KeyMaterial } from '#lib/domain/object-detail.ts'

const types = ['RSA', 'RSA-HSM', 'EC', 'EC-HSM', 'oct', 'oct-HSM']

/** Null without a type. A size is a property of keys without a curve: of a curve, Azure says it or not. */
export function keyMaterialOf(type?: string | null, bits?: number | null, curve?: string | null): KeyMaterial | null {
  if (!type) return null
  const isCurve = /^ec(-hsm)?$/i.test(type)
  return {
    type: types.find((each) => each.toLowerCase() === type.toLowerCase()) ?? type,
    bits: isCurve ? null : (bits ?? null),
    curve: isCurve ? curve || null : null,
  }
}
