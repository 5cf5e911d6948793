export // line
default // line
async /* same line */ function /* star */ * // line
( a ) {
}
