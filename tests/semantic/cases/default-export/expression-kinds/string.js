export default "use strict";
