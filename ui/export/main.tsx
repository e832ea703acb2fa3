import { render } from 'preact'
import { openWindowEnd } from '../../shared/channel.ts'
import { Crash } from '../crash.tsx'
import { figmaTransport } from '../figma-transport.ts'
import { ExportScreen } from './export-screen.tsx'
import { createExport, type ExportChannel } from './export.ts'
import '../styles.css'

const channel: ExportChannel = openWindowEnd(figmaTransport)
const store = createExport(channel)
const root = document.getElementById('app')
if (root === null) throw new Error('ui/index.html has no #app')

render(
  <Crash>
    <ExportScreen store={store} />
  </Crash>,
  root,
)
