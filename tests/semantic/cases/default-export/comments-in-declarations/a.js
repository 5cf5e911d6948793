export /* 1 */ default /* 2 */ function /* 3 */ ( /* 4 */ ) { /* 5 */ }
