export let imported = "kept";
