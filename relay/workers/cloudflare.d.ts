/** Of the Workers runtime, what the relay uses (developers.cloudflare.com/durable-objects/api). */
declare module 'cloudflare:workers' {
  export interface SqlStorage {
    exec(
      statement: string,
      ...values: readonly (string | number | null)[]
    ): { toArray(): Record<string, unknown>[]; readonly rowsWritten: number }
  }

  export interface DurableObjectStorage {
    readonly sql: SqlStorage
    transactionSync<T>(work: () => T): T
    /** Milliseconds since the epoch. */
    getAlarm(): Promise<number | null>
    setAlarm(time: number): Promise<void>
  }

  export interface DurableObjectState {
    readonly storage: DurableObjectStorage
    /** Nothing else reaches the object until this is done. */
    blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
  }

  export abstract class DurableObject<Bindings> {
    protected readonly ctx: DurableObjectState
    protected readonly env: Bindings
    constructor(ctx: DurableObjectState, env: Bindings)
  }

  /** Where objects of one class are found; their methods are called from afar. */
  export interface DurableObjectNamespace<Stub> {
    getByName(name: string): Stub
  }
}
