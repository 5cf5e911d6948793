globalThis.asiCount = 0
