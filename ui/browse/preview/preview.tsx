import type { VNode } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { Button } from '../../kit/button.tsx'
import { hasModifier } from '../../kit/has-modifier.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { IconBack, IconClose, IconForward, IconStar } from '../../kit/icons.tsx'
import { OutsideLink } from '../../kit/outside-link.tsx'
import { assetKey } from '../../brand/asset-key.ts'
import { whyNotPlaceable } from '../../placement/placeable.ts'
import type { ScreenProps } from '../../screen.ts'
import { act, ACTION_TEXTS, actionsOn } from '../canvas-action.ts'
import { PreviewFacts } from './preview-facts.tsx'
import { PreviewPicture } from './preview-picture.tsx'
import './preview.css'

export interface PreviewProps {
  readonly asset: BrandAsset
  /** Where it stands among those that are shown. */
  readonly index: number
  readonly count: number
  readonly screen: ScreenProps
  /** The names of its folders; empty where they are not known. */
  readonly folder: string
  readonly onMove: (index: number) => void
  readonly onClose: () => void
}

/** One asset, large, with all that is known of it, over the window. */
export function Preview(props: PreviewProps): VNode {
  const { asset, index, count, folder, onMove, onClose } = props
  const { brand, editor, placer } = props.screen
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [natural, setNatural] = useState<BrandAsset['dimensions']>(null)
  const key = assetKey(asset)
  const reason = whyNotPlaceable(asset)
  const isFavourite = brand.favourites.value.has(key)
  const busy = placer.busy.value.includes(key)

  useLayoutEffect(() => {
    dialog.current?.showModal()
    dialog.current?.focus()
  }, [])

  function move(by: number): void {
    const to = index + by
    if (to < 0 || to >= count) return
    setNatural(null)
    onMove(to)
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What is behind the dialog does not hear of it.
    event.stopPropagation()
    if (hasModifier(event)) return
    const onButton = event.target !== event.currentTarget
    if (event.key === 'ArrowLeft') move(-1)
    else if (event.key === 'ArrowRight') move(1)
    else if (event.key === 'Escape') onClose()
    else if (onButton) return
    else if (event.key === ' ') onClose()
    else if (event.key === 'Enter') void placer.place([asset])
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      class="over-all preview"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div class="preview-bar">
        <h2 id={titleId} class="cut" dir="auto" title={asset.name}>
          {asset.name}
        </h2>
        <IconButton
          label="Favourite"
          pressed={isFavourite}
          onClick={() => brand.toggleFavourite(asset)}
        >
          <IconStar filled={isFavourite} />
        </IconButton>
        <IconButton label="Close" onClick={onClose}>
          <IconClose />
        </IconButton>
      </div>
      <div class="preview-stage">
        <PreviewPicture key={key} asset={asset} renew={brand.renew} onDimensions={setNatural} />
        <span class="preview-step" data-end={index === 0 || undefined}>
          <IconButton label="Previous" onClick={() => move(-1)}>
            <IconBack />
          </IconButton>
        </span>
        <span class="preview-step" data-end={index === count - 1 || undefined}>
          <IconButton label="Next" onClick={() => move(1)}>
            <IconForward />
          </IconButton>
        </span>
      </div>
      <div class="preview-side">
        <PreviewFacts asset={asset} dimensions={asset.dimensions ?? natural} folder={folder} />
        {reason !== null && <p class="hint">{reason}</p>}
        {asset.link !== null && <OutsideLink url={asset.link} />}
      </div>
      <div class="buttons preview-actions">
        <Button
          variant="primary"
          disabled={reason !== null}
          busy={busy}
          onClick={() => void placer.place([asset])}
        >
          Place
        </Button>
        {actionsOn(placer.canvas.value, editor, asset).map((action) => (
          <Button
            key={action}
            disabled={reason !== null}
            onClick={() => void act(placer, action, [asset])}
          >
            {ACTION_TEXTS[action].name}
          </Button>
        ))}
      </div>
    </dialog>
  )
}
