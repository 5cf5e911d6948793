(async () => {
  for (const name of ["ä ö", "%C3%A4%20%C3%B6", encodeURIComponent("a&b=c"), "a&b=c", encodeURIComponent("1%#"), "'quote`", "constructor"]) {
    const { file } = await import(`./d%C3%A9%20part/${name}.js`);
    console.log(name, file);
  }
  const a = await import(`./dé part/${"ä ö"}.js`);
  console.log(a === (await import("./d%C3%A9 part/" + "%C3%A4 ö" .replace("%C3%A4", "ä") + ".js")));
})();
