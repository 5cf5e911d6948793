export default class graph {}
