export default class {} `c`
