import type { Reason } from '../../shared/sync.ts'

/** What people read of a reason beside its color: what is so, and what to do where something can be. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'link-renewed':
      return 'It is the same already; only the link is renewed.'
    case 'repeated':
      return 'Cliquify lists this color twice; the second one is left out.'
    case 'seen-by-others':
      return 'Other kits of this collection lack this color, so their modes show it too.'
    case 'unbinds':
      return 'It is bound to a variable that is not Cliquify’s. Taking Cliquify’s color unbinds it.'
    case 'binds':
      return 'Its style is bound to its variable.'
    case 'no-gradient':
      return 'A variable cannot hold a gradient. Sync as styles.'
    case 'gone':
      return 'It was deleted in Figma during the sync. Sync again, and tick it to make it anew.'
    case 'changed':
      return 'It was changed in Figma during the sync, so it was kept. Sync again to decide.'
    case 'full':
      return 'The collection is full (5,000 variables). Sync as styles, or delete some, then sync again.'
    case 'in-use':
      return 'Another variable or a prototype uses it, so it was kept. Change that, then delete it again.'
    case 'refused':
      return 'Figma did not accept this change. Sync again, or change it by hand.'
    case 'not-merged':
      return 'Something that uses it could not be changed, so it was kept. Change that, then merge again.'
    case 'copy':
      return `It is a copy of another synced ${reason.item}. Merge them, or leave it.`
    case 'in-doubt':
      return `Another ${reason.item} is linked to the same color, but differs. Delete one, or leave both.`
    case 'not-solid':
      return `A ${reason.item} of this name has no solid color of its own. Rename it or give it one, then sync again.`
    case 'deleted':
      return `Its ${reason.item} was deleted here.`
    case 'left-out':
      return `Its ${reason.item} was left out here.`
    case 'keeps-place':
      return `It keeps its place here. In Cliquify it is “${reason.name}”.`
    case 'numbered':
      return `The name “${reason.name}” is taken, so this one gets a number.`
    case 'name-taken':
      return `The name “${reason.name}” is taken by another variable. Sync again; if it stays, rename that one.`
    case 'name-refused':
      return `Figma allows no variable named “${reason.name}”. Rename the color in Cliquify, then sync again.`
  }
}
