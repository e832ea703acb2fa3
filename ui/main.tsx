import { render } from 'preact'
import { openWindowEnd } from '../shared/channel.ts'
import { App } from './app.tsx'
import { Crash } from './crash.tsx'
import { figmaTransport } from './figma-transport.ts'
import type { Plugin } from './plugin.ts'
import { StatusLine } from './status-line.tsx'
import { createStatus } from './status.ts'
import { ResizeHandle } from './window/resize-handle.tsx'
import './styles.css'

const plugin: Plugin = openWindowEnd(figmaTransport)
const status = createStatus(() => plugin.request('undo', null))
plugin.on('canvas', ({ fillable, placed }) => {
  if (fillable + placed > 0) status.selected()
})
const root = document.getElementById('app')
if (root === null) throw new Error('ui/index.html has no #app')

render(
  <>
    <Crash>
      <App plugin={plugin} status={status} />
    </Crash>
    <StatusLine status={status} />
    <ResizeHandle onResize={(size) => plugin.emit('window:resize', size)} />
  </>,
  root,
)
