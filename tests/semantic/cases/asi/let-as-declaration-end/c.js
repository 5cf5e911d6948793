let x = function () {}
import "./d.js"
