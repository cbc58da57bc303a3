/** Reads what people hand in, and suggests the statements in it. */
export {}
