export const x　= "x"﻿;
exportdefaultclass {}
