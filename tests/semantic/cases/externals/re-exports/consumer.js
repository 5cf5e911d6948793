console.log(Object.keys(entry).join(), entry.value, entry.extDefault, entry.whole.value, entry.default());
