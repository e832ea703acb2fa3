/** What the halves say to each other about designs that are sent for review. */

/** A layer that can be sent for review. */
export interface Design {
  readonly nodeId: string
  readonly name: string
  /** Canvas pixels. */
  readonly width: number
  readonly height: number
  /** Where it was sent last; null where it never was. */
  readonly sent: SentDesign | null
}

export interface SentDesign {
  /** The name of the channel, without a `#`. */
  readonly channel: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface Designs {
  readonly designs: readonly Design[]
  /** Whether they are what is selected, or else all that the page has. */
  readonly areSelected: boolean
  /** The address of the file; empty where neither Figma nor a person has told it. */
  readonly link: string
}

/** Asks for a PNG of a design. */
export interface DesignPicture {
  readonly nodeId: string
  /** Pixels of its longer side; more where it could not be read otherwise. */
  readonly side: number
  /** Bytes that it may have; it gets smaller until it has no more. */
  readonly most: number
}

/** What the document is to remember of a review. */
export interface ReviewNote extends SentDesign {
  /** The designs, by their node ids. */
  readonly layers: readonly string[]
  readonly link: string
}
