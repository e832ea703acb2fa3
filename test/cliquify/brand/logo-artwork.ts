export type LogoBrand = 'aurora' | 'northwind'
export type LogoForm = 'wordmark' | 'symbol' | 'lockup' | 'app-icon'
export type LogoTone = 'dark' | 'light' | 'mono'

export interface LogoArtwork {
  readonly type: 'logo'
  readonly brand: LogoBrand
  readonly form: LogoForm
  readonly tone: LogoTone
}
