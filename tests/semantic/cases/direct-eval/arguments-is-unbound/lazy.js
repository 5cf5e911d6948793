console.log("lazy", eval("2"), typeof arguments);
