export class K {} (() => console.log("b"))()
class L {} `template after a class`
class M {} /regexp/g.test("")
class N {} + 1
class O {}
