console.log("self");
class K extends K {}
