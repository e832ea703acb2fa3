import type { BrandColor } from '../../../shared/brand.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../../shared/sync.ts'
import { createGenerate } from '../../../plugin/codegen/generate.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import type { CodegenChoice } from '../../figma/host-api.ts'
import { openColorRoom } from '../colors/color-room.ts'
import { syncOf } from '../colors/samples.ts'

interface DevMode {
  readonly file: OpenFile
  /** In design: syncs a kit called Acme into the file. */
  sync(colors: readonly BrandColor[], options?: Partial<SyncOptions>): Promise<void>
  /** In Dev Mode: the blocks of code for a layer, by their titles. */
  inspect(
    node: { readonly id: string },
    language?: string,
    choice?: Partial<CodegenChoice>,
  ): Promise<ReadonlyMap<string, string>>
}

export function openDevMode(options: FileOptions = {}): DevMode {
  const file = openFile(options)
  return {
    file,
    async sync(colors, given = {}) {
      const job = { cancelled: false, progress: () => undefined }
      await openColorRoom(file.figma).apply(
        {
          ...syncOf(...colors),
          decisions: { take: [], remove: [], leaveOut: [], merge: [] },
          options: { ...DEFAULT_SYNC_OPTIONS, ...given },
        },
        job,
      )
    },
    async inspect({ id }, language = 'css', choice = {}) {
      file.setEditor('dev')
      file.clearWrites()
      const codegen: CodegenChoice = {
        ...{ language, unit: 'PIXEL', scaleFactor: 16, settings: {} },
        ...choice,
      }
      const { figma } = file.begin({ command: '', html: '', codegen })
      const node = await figma.getNodeByIdAsync(id)
      if (node === null || node.type === 'PAGE' || node.type === 'DOCUMENT') {
        throw new Error(`no layer ${id}`)
      }
      const results = await createGenerate(figma)({ node, language })
      return new Map(results.map(({ title, code }) => [title, code]))
    },
  }
}
