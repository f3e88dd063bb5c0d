/** A script or style bundled to stand in a page; see scripts/inline.ts. */
declare module "*?inline" {
  export const text: string;
  /** Its SHA-256 in base64, as a Content Security Policy wants it. */
  export const sha256: string;
}
