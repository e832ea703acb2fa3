import type { Reason } from '../../shared/sync.ts'

/** What people read of a reason beside its color: what is so, and what to do where something can be. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'link-renewed':
      return 'It is the same on both sides already; only the link is renewed.'
    case 'repeated':
      return 'Cliquify lists this color twice, so the second one is left out.'
    case 'seen-by-others':
      return 'Other kits share this collection and lack this color, so their modes show it too.'
    case 'unbinds':
      return 'Its color comes from a variable that is not Cliquify’s. Taking Cliquify’s color removes that binding.'
    case 'binds':
      return 'Its style is bound to its variable.'
    case 'no-gradient':
      return 'A variable cannot hold a gradient. Sync to styles to have it in the file.'
    case 'gone':
      return 'It was deleted in Figma during the sync. Sync again, and tick it to have it made anew.'
    case 'changed':
      return 'Someone changed it in Figma during the sync, so it was left alone. Sync again to decide.'
    case 'full':
      return 'The collection is full, with 5,000 variables. Sync as styles, or delete variables, then sync again.'
    case 'in-use':
      return 'Another variable or a prototype uses it, so it was kept. Change that, then delete it again.'
    case 'refused':
      return 'Figma did not accept this change. Sync again, or change it by hand.'
    case 'not-merged':
      return 'Something that uses it could not be changed, so it was kept. Change that, then merge again.'
    case 'copy':
      return `It is a copy of another synced ${reason.item}. Merge them to put what uses it on the original, or leave it.`
    case 'in-doubt':
      return `Another ${reason.item} is linked to the same color, but is not alike. Delete the one that is not from Cliquify, or leave both.`
    case 'not-solid':
      return reason.item === 'style'
        ? 'A style of this name is not a single solid color. Rename it or make it solid, then sync again.'
        : 'A variable of this name refers to another one. Rename it or give it a color, then sync again.'
    case 'deleted':
      return `Its ${reason.item} was deleted here.`
    case 'left-out':
      return `Its ${reason.item} was left out here.`
    case 'keeps-place':
      return `It keeps its place here. In Cliquify it is “${reason.name}”.`
    case 'numbered':
      return `The name “${reason.name}” is taken, so this one gets a number.`
    case 'name-taken':
      return `The collection has another variable “${reason.name}” by now. Sync again; if this comes back, rename that one.`
    case 'name-refused':
      return `Figma does not allow “${reason.name}” as a variable's name. Rename the color in Cliquify, then sync again.`
  }
}
