import { publishStatus } from './libraries.ts'
import type { Members } from './members.ts'
import { makePrototype } from './members.ts'
import { expectType, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

/** `figma.teamLibrary` and what is imported by its key. */
export function libraryApi(
  session: Session,
  permissions: readonly string[],
): Members<Pick<PluginAPI, 'teamLibrary' | 'importStyleByKeyAsync'>, void> {
  const { libraries } = session
  const members: Members<TeamLibraryAPI, void> = {
    async getAvailableLibraryVariableCollectionsAsync() {
      return libraries.availableCollections()
    },
    async getVariablesInLibraryCollectionAsync(_self, key) {
      return libraries.variablesIn(expectType(key, 'libraryCollectionKey', 'string'))
    },
  }
  const prototype = makePrototype('figma.teamLibrary', session.enter, () => undefined, [members])
  const teamLibrary = Object.create(prototype) as TeamLibraryAPI
  return {
    teamLibrary: {
      get() {
        if (permissions.includes('teamlibrary')) return teamLibrary
        throw new Refusal('"teamlibrary" permission not specified in manifest.json')
      },
    },
    async importStyleByKeyAsync(_self, key) {
      return session.styles.of(await libraries.importStyle(expectType(key, 'key', 'string')))
    },
  }
}

/** Of a style, a variable or a collection. */
export async function getPublishStatus(session: Session, id: string): Promise<PublishStatus> {
  await Promise.resolve()
  return publishStatus(session.document, id)
}
