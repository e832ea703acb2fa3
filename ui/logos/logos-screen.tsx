import type { VNode } from 'preact'
import { LibraryList } from '../browse/library-list.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import type { KitScreenProps } from '../screen.ts'
import { FamilyBar } from './family-bar.tsx'
import { variantsTogether } from './variants.ts'

/** The logos of the chosen brand kit, variants of one logo together. */
export function LogosScreen(screen: KitScreenProps): VNode {
  const { brand, kit } = screen
  const list = brand.logos(kit)
  return (
    <LibraryList
      screen={screen}
      tab="logos"
      list={list}
      kitId={kit.id}
      arrange={variantsTogether}
      empty={
        <Empty title={`No logos in “${kit.name}”`}>
          <p>Add logos to this brand kit in Cliquify, then look again.</p>
          <Button onClick={list.retry}>Look again</Button>
        </Empty>
      }
      tags={null}
      way={(browsing) => <FamilyBar list={list} browsing={browsing} />}
    />
  )
}
