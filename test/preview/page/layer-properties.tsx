import type { JSX } from 'preact'
import type { NodeSnapshot } from '../../figma/host-api.ts'
import type { PreviewProps } from './preview.ts'
import { PluginIcon } from './icons.tsx'
import { paintName } from './paint.ts'
import { Swatch } from './swatch.tsx'

interface NodeProps extends PreviewProps {
  readonly node: NodeSnapshot
}

/** The selected layer as Figma's Design tab tells it, and where the plugin says it came from. */
export function LayerProperties({ preview, node }: NodeProps): JSX.Element {
  const { paintStyles, colorProfile } = preview.document.value
  const style = paintStyles.find(({ id }) => id === node.fillStyleId)
  return (
    <>
      <section class="group">
        <h3>{node.name}</h3>
        <p class="quiet">{kindOf(node)}</p>
        <dl class="measures">
          {(['x', 'y', 'width', 'height'] as const).map((key) => (
            <div key={key}>
              <dt>{SHORT[key]}</dt>
              <dd>{Math.round(node[key] * 100) / 100}</dd>
            </div>
          ))}
        </dl>
      </section>
      {node.fills.length > 0 && (
        <section class="group">
          <h3>Fill</h3>
          {style !== undefined && <p class="quiet">Style: {style.name}</p>}
          {node.fills.toReversed().map((paint, index) => (
            <div key={index} class="swatch-row">
              <Swatch
                paint={paint}
                profile={colorProfile}
                url={paint.imageHash === null ? null : preview.imageUrl(paint.imageHash)}
              />
              <span>{paintName(paint)}</span>
            </div>
          ))}
        </section>
      )}
      {Object.entries(node.sharedPluginData).map(([namespace, data]) => (
        <section key={namespace} class="group">
          <h3>Shared plugin data: {namespace}</h3>
          <dl class="data">
            {Object.entries(data)
              .flatMap(([key, value]) => fields(key, value))
              .map(([key, value]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd title={value}>{value}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      {Object.keys(node.relaunchData).length > 0 && (
        <section class="group">
          <h3>Plugin</h3>
          <RelaunchButtons preview={preview} node={node} />
        </section>
      )}
    </>
  )
}

/** The buttons that the plugin left on a layer or page. */
export function RelaunchButtons({ preview, node }: NodeProps): JSX.Element {
  const buttons = preview.manifest.value.relaunchButtons
  return (
    <>
      {Object.entries(node.relaunchData).map(([command, description]) => (
        <div key={command} class="relaunch">
          <button onClick={() => void preview.run(command)}>
            <PluginIcon />
            {buttons.find((button) => button.command === command)?.name ?? command}
          </button>
          {description !== '' && <p class="quiet">{description}</p>}
        </div>
      ))}
    </>
  )
}

const SHORT = { x: 'X', y: 'Y', width: 'W', height: 'H' }

function kindOf({ type, layoutMode, locked }: NodeSnapshot): string {
  const words = type.replaceAll('_', ' ').toLowerCase()
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  const layout = layoutMode === 'NONE' ? '' : `, ${layoutMode.toLowerCase()} auto layout`
  return `${name}${layout}${locked ? ', locked' : ''}`
}

/** JSON objects are told field by field. */
function fields(key: string, text: string): readonly (readonly [string, string])[] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([name, part]) => [name, String(part)])
    }
  } catch {
    // Not JSON: shown as it is.
  }
  return [[key, text]]
}
