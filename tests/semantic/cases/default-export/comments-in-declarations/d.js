export default /* ( */ ( /* x */ function /* y */ () {} /* z */ ) /* ) */ ;
