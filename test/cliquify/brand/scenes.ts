export interface SceneArtwork {
  readonly type: 'scene'
  readonly scene: string
  readonly colors: number
  readonly seed: number
}
