console.log(Object.keys(entry).join("|"), entry["a-b"], entry.__proto__, entry.constructor, entry[""], entry.if, entry.hasOwnProperty, entry.__esModule);
