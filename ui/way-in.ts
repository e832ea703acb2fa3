/** How people come in, as they are told of it: there is another way in each kind of build. */
export interface WayIn {
  /** What to do where the connection is over; a button, too. */
  readonly again: 'Connect again' | 'Sign in again'
  /** How a connection that does not renew itself goes on. */
  readonly renewal: string
  /** What of the connection is kept on the device. */
  readonly kept: string
}

/** With what Cliquify itself gives out. */
export const WITH_CREDENTIALS: WayIn = {
  again: 'Connect again',
  renewal: 'You will be asked to connect again: no secret is kept.',
  kept: 'Figma keeps the client ID and an access token on this device only, and the client secret only if you asked for it.',
}

/** Through a team's relay, which signs people in in the browser. */
export const WITH_TEAM: WayIn = {
  again: 'Sign in again',
  renewal: 'You will be asked to sign in again.',
  kept: 'Figma keeps your name and a token of your team’s relay on this device only. Cliquify’s own never leave the relay.',
}
