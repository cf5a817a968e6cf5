/** Where the texts of automatic persisted queries are kept, by the SHA-256 of the text. */
export interface OperationStore {
  /** The text of that hash, unless it was never kept or was forgotten. */
  get(hash: string): Promise<string | undefined>;
  /** Keeps a text, for as long as the store sees fit. */
  set(hash: string, text: string): Promise<void>;
  close(): Promise<void>;
}
