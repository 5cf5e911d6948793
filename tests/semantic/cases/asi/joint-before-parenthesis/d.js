++globalThis.asiCount
-1
+1
let h = 1
