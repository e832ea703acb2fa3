import type { FigmaDocument } from './document.ts'
import { BLEND_MODES, colorOfVariable, readRgba } from './paints.ts'
import {
  expectAtLeast,
  expectKeys,
  expectOneOf,
  expectType,
  NotEmulated,
  Refusal,
} from './refusal.ts'

const SHADOWS = ['DROP_SHADOW', 'INNER_SHADOW'] as const
const BLURS = ['LAYER_BLUR', 'BACKGROUND_BLUR'] as const

/** Shadows and even blurs, checked as Figma does; others are not emulated. */
export function readEffects(value: unknown): readonly Effect[] {
  if (!Array.isArray(value)) {
    throw new Refusal(`Expected "effects" to have type array but got ${typeof value} instead`)
  }
  return value.map((given: unknown): Effect => {
    const effect = expectType(given, 'effects', 'object')
    const { type } = effect as { readonly type?: unknown }
    if (SHADOWS.some((each) => each === type)) return readShadow(effect)
    if (BLURS.some((each) => each === type)) return readBlur(effect)
    throw new NotEmulated('this effect')
  })
}

function readBlur(effect: Partial<BlurEffectNormal>): BlurEffectNormal {
  if (effect.blurType !== 'NORMAL') throw new NotEmulated('this effect')
  return {
    type: expectOneOf(effect.type, 'type', BLURS),
    blurType: 'NORMAL',
    radius: expectAtLeast(effect.radius, 'radius', 0),
    visible: expectType(effect.visible, 'visible', 'boolean'),
  }
}

function readShadow(effect: Partial<DropShadowEffect>): Effect {
  expectKeys(effect, 'effects', [
    ...['type', 'color', 'offset', 'radius', 'spread', 'visible', 'blendMode'],
    ...['showShadowBehindNode', 'boundVariables'],
  ])
  const offset = expectType(effect.offset, 'offset', 'object') as Partial<Vector>
  const shadow = {
    color: readRgba(effect.color, 'effects'),
    offset: {
      x: expectType(offset.x, 'x', 'number'),
      y: expectType(offset.y, 'y', 'number'),
    },
    radius: expectAtLeast(effect.radius, 'radius', 0),
    spread: expectType(effect.spread ?? 0, 'spread', 'number'),
    visible: expectType(effect.visible, 'visible', 'boolean'),
    blendMode: expectOneOf(effect.blendMode, 'blendMode', BLEND_MODES),
    boundVariables: effect.boundVariables ?? {},
  }
  return expectOneOf((effect as Effect).type, 'type', SHADOWS) === 'DROP_SHADOW'
    ? { ...shadow, type: 'DROP_SHADOW', showShadowBehindNode: effect.showShadowBehindNode ?? false }
    : { ...shadow, type: 'INNER_SHADOW' }
}

/** Effects as they look now: a color that is bound to a variable is the variable's. */
export function resolveEffects(
  document: FigmaDocument,
  effects: readonly Effect[],
): readonly Effect[] {
  return effects.map((effect) => {
    if (effect.type !== 'DROP_SHADOW' && effect.type !== 'INNER_SHADOW') return effect
    const alias = effect.boundVariables?.color
    const color = alias === undefined ? null : colorOfVariable(document, alias.id)
    return color === null ? effect : { ...effect, color }
  })
}
