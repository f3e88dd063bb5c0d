export * from "./span.js";
export * from "./document.js";
export * from "./mention.js";
export * from "./claim.js";
export * from "./error.js";
export * from "./result.js";
export * from "./annotated.js";
export * from "./role.js";
