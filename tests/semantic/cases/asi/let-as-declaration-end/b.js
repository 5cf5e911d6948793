let x, y
